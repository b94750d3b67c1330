'use client'

import { formatDatedTime } from '@/domain/commun/format'
import {
  type KindRendezVous,
  libellesMoyenRelance,
  libellesRendezVous,
  libellesStatutRelance,
  libellesStatutRendezVous,
  type MoyenRelance,
  type StatutRelance,
  type StatutRendezVous,
} from '@/domain/parcours/rendez-vous'
import { Card } from '@/ui/card'
import { StatusBadge } from '@/ui/status-badge'
import type { Tone } from '@/ui/tone'
import { PlanRendezVous, type StructureProposee } from './plan-rendez-vous'
import { RelanceActions } from './relance-actions'
import { RendezVousActions } from './rendez-vous-actions'

export type RendezVousMontre = {
  id: string
  version: number
  kind: KindRendezVous
  le: Date
  statut: StatutRendezVous
  accompagne: boolean
  structure: { nom: string } | null
  relance: { id: string; version: number; moyen: MoyenRelance; statut: StatutRelance } | null
}

type RendezVousCardProps = {
  code: string
  rendezVous: readonly RendezVousMontre[]
  structures: readonly StructureProposee[]
  suivre: boolean
  now: Date
  /** today, `AAAA-MM-JJ` */
  aujourdhui: string
}

const SHOWN = 12
const tones: Record<StatutRendezVous, Tone> = {
  PREVU: 'info',
  TENU: 'success',
  MANQUE: 'neutral',
  ANNULE: 'neutral',
}

/** Appointments, the next ones first. One that was missed shows what the team does about it, and never how many. */
export function RendezVousCard(props: RendezVousCardProps) {
  const { code, rendezVous, structures, suivre, now, aujourdhui } = props
  const next = rendezVous.filter(({ statut }) => statut === 'PREVU').toReversed()
  const past = rendezVous.filter(({ statut }) => statut !== 'PREVU')
  return (
    <Card
      title="Rendez-vous"
      actions={suivre && <PlanRendezVous code={code} structures={structures} aujourdhui={aujourdhui} />}
    >
      {rendezVous.length === 0 ? (
        <p className="text-soft">Aucun rendez-vous noté.</p>
      ) : (
        <ul className="divide-y divide-line">
          {[...next, ...past].slice(0, SHOWN).map((each) => (
            <li key={each.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
              <Words rendezVous={each} />
              <span className="flex flex-wrap items-center gap-2 *:my-0!">
                <State rendezVous={each} now={now} />
                {suivre && each.statut === 'PREVU' && (
                  <RendezVousActions rendezVous={each} isPast={each.le <= now} aujourdhui={aujourdhui} />
                )}
                {suivre && each.relance?.statut === 'A_FAIRE' && (
                  <RelanceActions relance={each.relance} aujourdhui={aujourdhui} />
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Words({ rendezVous: { kind, le, structure, accompagne } }: { rendezVous: RendezVousMontre }) {
  return (
    <span className="min-w-0">
      <span className="font-semibold">{libellesRendezVous[kind]}</span>
      {structure !== null && ` · ${structure.nom}`}
      <span className="block text-sm text-soft">
        <time dateTime={le.toISOString()}>{formatDatedTime(le)}</time>
        {accompagne && ' · accompagnée'}
      </span>
    </span>
  )
}

type StateProps = { rendezVous: RendezVousMontre; now: Date }

function State({ rendezVous: { statut, relance, le }, now }: StateProps) {
  if (statut === 'PREVU' && le <= now) return <StatusBadge tone="warning">A eu lieu ?</StatusBadge>
  if (statut !== 'MANQUE' || relance === null)
    return <StatusBadge tone={tones[statut]}>{libellesStatutRendezVous[statut]}</StatusBadge>
  if (relance.statut === 'A_FAIRE')
    return <StatusBadge tone="warning">{libellesMoyenRelance[relance.moyen]}</StatusBadge>
  return (
    <StatusBadge tone={relance.statut === 'REPRISE' ? 'success' : 'neutral'}>
      {libellesStatutRelance[relance.statut]}
    </StatusBadge>
  )
}
