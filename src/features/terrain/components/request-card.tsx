'use client'

import { libellesGenre, libellesTrancheAge } from '@/domain/commun/profil'
import { describeSouhait } from '@/domain/maraudes/phrases'
import type { DemandeLocale } from '@/domain/maraudes/tournee'
import { AgeOf } from '@/ui/age-of'
import { Card } from '@/ui/card'
import { StatusBadge } from '@/ui/status-badge'
import { useDemande } from './use-demandes'

/** One request for a place and what became of it, alive. Its answer is read out when it changes. */
export function RequestCard({ demande }: { demande: DemandeLocale }) {
  const etat = useDemande(demande)
  const { corps } = demande
  return (
    <Card
      title={`${libellesGenre[corps.genre]}, ${libellesTrancheAge[corps.trancheAge]}`}
      note={describeSouhait(corps)}
      actions={etat && <StatusBadge tone={etat.ton}>{etat.titre}</StatusBadge>}
    >
      <output className="text-base">
        <span className="sr-only">{etat?.titre} : </span>
        {etat?.detail}
      </output>
      {etat?.luLe && <AgeOf since={etat.luLe} prefix="vu" staleAfter={120} />}
    </Card>
  )
}
