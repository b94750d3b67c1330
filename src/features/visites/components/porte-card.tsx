'use client'

import { formatShortDateTime, lowerFirst, plural } from '@/domain/commun/format'
import {
  type IssueVisite,
  issueVisiteSchema,
  libellesIssueVisite,
  libellesQuiPrevenir,
  type QuiPrevenir,
} from '@/domain/parcours/visites'
import { ActionForm } from '@/ui/action-form'
import { Card } from '@/ui/card'
import { StatusBadge } from '@/ui/status-badge'
import type { Tone } from '@/ui/tone'
import { tell, visit } from '../actions'

type Alerte = { id: string; ouverteLe: Date; prevenus: readonly { qui: QuiPrevenir; le: Date }[] }
type PorteCardProps = {
  porte: {
    occupationId: string
    libelle: string
    code: string | null
    suivi: string | null
    derniere: { issue: IssueVisite; le: Date } | null
    vueAujourdhui: boolean
    joursSansReponse: number
    alerte: Alerte | null
  }
  prevenir: readonly QuiPrevenir[]
}

const tones: Record<IssueVisite, Tone> = {
  VU: 'success',
  PAS_DE_REPONSE: 'warning',
  ABSENT_PREVENU: 'info',
  REFUS: 'info',
}

/** One door, four answers, one tap: made to be held in one hand in a corridor. */
export function PorteCard({ porte, prevenir }: PorteCardProps) {
  const { occupationId, libelle, code, suivi, derniere, vueAujourdhui, alerte } = porte
  return (
    <Card
      title={libelle}
      note={[code, suivi === null ? null : `suivie par ${suivi}`].filter((part) => part !== null).join(' · ')}
    >
      <Last derniere={derniere} vueAujourdhui={vueAujourdhui} />
      {alerte !== null && <AlerteBlock porte={porte} alerte={alerte} prevenir={prevenir} />}
      <div className="grid grid-cols-2 gap-2 *:my-0! [&_button]:min-h-14 [&_button]:w-full" data-no-print>
        {issueVisiteSchema.options.map((issue) => (
          <ActionForm
            key={issue}
            action={visit}
            hidden={{ occupationId, issue }}
            submitLabel={libellesIssueVisite[issue]}
            variant="secondary"
          />
        ))}
      </div>
    </Card>
  )
}

function Last({ derniere, vueAujourdhui }: Pick<PorteCardProps['porte'], 'derniere' | 'vueAujourdhui'>) {
  if (derniere === null) return <StatusBadge tone="neutral">Jamais visitée</StatusBadge>
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusBadge tone={vueAujourdhui ? tones[derniere.issue] : 'neutral'}>
        {vueAujourdhui ? libellesIssueVisite[derniere.issue] : 'À visiter'}
      </StatusBadge>
      <span className="text-sm text-soft">
        {vueAujourdhui ? '' : `${lowerFirst(libellesIssueVisite[derniere.issue])}, `}
        {formatShortDateTime(derniere.le)}
      </span>
    </p>
  )
}

type AlerteBlockProps = PorteCardProps & { alerte: Alerte }

function AlerteBlock({ porte, alerte, prevenir }: AlerteBlockProps) {
  return (
    <div className="flex flex-col gap-2 rounded-card border border-danger bg-danger-soft p-3">
      <p className="font-semibold">
        Pas de réponse depuis {plural(porte.joursSansReponse, 'jour', 'jours')} : prévenir
      </p>
      <ul className="flex flex-col gap-1">
        {prevenir.map((qui) => {
          const told = alerte.prevenus.find((each) => each.qui === qui)
          return (
            <li key={qui} className="flex min-h-control items-center justify-between gap-2 *:my-0!">
              <span>{libellesQuiPrevenir[qui]}</span>
              {told === undefined ? (
                <ActionForm
                  action={tell}
                  hidden={{ alerteId: alerte.id, qui }}
                  submitLabel="Prévenu"
                  variant="secondary"
                  className="contents"
                />
              ) : (
                <span className="text-right text-sm">prévenu {formatShortDateTime(told.le)}</span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
