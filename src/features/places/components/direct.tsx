'use client'

import { Radio, RefreshCw, WifiOff } from 'lucide-react'
import type { SujetDirect } from '@/domain/commun/direct'
import { AgeOf } from '@/ui/age-of'
import { type EtatDirect, useDirect } from './use-direct'

type DirectProps = {
  sujets: readonly SujetDirect[]
  /** ISO instant at which the server made this page. */
  luA: string
}

const STALE_AFTER_SECONDS = 90

/** Keeps the page current and says so: « en direct, à jour il y a 12 s », or « hors direct, nouvel essai… ». */
export function Direct({ sujets, luA }: DirectProps) {
  const etat = useDirect(sujets)
  return (
    <span data-direct={etat} className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
      <output className="inline-flex items-center gap-1.5 font-medium">
        <Mark etat={etat} />
        {words[etat]}
      </output>
      <AgeOf since={luA} staleAfter={STALE_AFTER_SECONDS} />
    </span>
  )
}

const words: Record<EtatDirect, string> = {
  EN_DIRECT: 'En direct',
  INTERROGE: 'Relu toutes les 10 secondes',
  COUPE: 'Hors direct, nouvel essai…',
  FERME: 'Session terminée : reconnectez-vous',
}

function Mark({ etat }: { etat: EtatDirect }) {
  if (etat === 'EN_DIRECT') return <Radio aria-hidden className="size-4 text-success" />
  if (etat === 'INTERROGE') return <RefreshCw aria-hidden className="size-4" />
  return <WifiOff aria-hidden className="size-4 text-warning" />
}
