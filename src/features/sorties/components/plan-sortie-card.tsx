import { formatShortDate, lowerFirst } from '@/domain/commun/format'
import {
  type KindBlocage,
  type KindPiste,
  libellesBlocage,
  libellesPiste,
  libellesStatutPiste,
  type StatutPiste,
} from '@/domain/parcours/sortie'
import { Card } from '@/ui/card'
import { StatusBadge } from '@/ui/status-badge'
import type { Tone } from '@/ui/tone'
import { AddBlocage, AddPiste, ClosePlan, FollowPiste, LiftBlocage, OpenPlan } from './plan-actions'

type Piste = {
  id: string
  version: number
  destination: KindPiste
  statut: StatutPiste
  structure: { nom: string } | null
  /** last change, `AAAA-MM-JJ` */
  jour: string
}
type Blocage = { id: string; kind: KindBlocage; depuis: string; leve: string | null }

/** The plan that is open. Days as `AAAA-MM-JJ`. */
export type PlanMontre = {
  id: string
  version: number
  vise: KindPiste
  pourLe: string | null
  pistes: readonly Piste[]
  blocages: readonly Blocage[]
}

type PlanSortieCardProps = {
  code: string
  plan: PlanMontre | null
  structures: readonly { id: string; nom: string }[]
  suivre: boolean
  aujourdhui: string
}

const tones: Record<StatutPiste, Tone> = {
  DEMANDEE: 'info',
  EN_ATTENTE: 'info',
  ACCEPTEE: 'success',
  REFUSEE: 'warning',
  ABANDONNEE: 'neutral',
}

/** Where one hopes to go, what stands in the way, and every door already tried. */
export function PlanSortieCard({ code, plan, structures, suivre, aujourdhui }: PlanSortieCardProps) {
  if (plan === null)
    return (
      <Card title="Plan de sortie" actions={suivre && <OpenPlan code={code} aujourdhui={aujourdhui} />}>
        <p className="text-soft">Aucune sortie en préparation.</p>
      </Card>
    )
  return (
    <Card
      title={`Plan de sortie : ${lowerFirst(libellesPiste[plan.vise])}`}
      note={plan.pourLe === null ? 'Sans date' : `Espéré le ${formatShortDate(plan.pourLe)}`}
      actions={suivre && <ClosePlan plan={plan} />}
    >
      <Blocages plan={plan} suivre={suivre} />
      <Pistes plan={plan} structures={structures} suivre={suivre} />
    </Card>
  )
}

function Blocages({ plan, suivre }: { plan: PlanMontre; suivre: boolean }) {
  return (
    <section aria-labelledby="blocages" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="blocages" className="font-semibold">
          Ce qui bloque
        </h3>
        {suivre && <AddBlocage plan={plan} />}
      </div>
      {plan.blocages.length === 0 ? (
        <p className="text-soft">Rien n’est noté.</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {plan.blocages.map(({ id, kind, depuis, leve }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2">
              <span>
                {libellesBlocage[kind]}
                <span className="text-sm text-soft">
                  {leve === null
                    ? ` · depuis le ${formatShortDate(depuis)}`
                    : ` · levé le ${formatShortDate(leve)}`}
                </span>
              </span>
              {leve === null ? (
                suivre && <LiftBlocage id={id} />
              ) : (
                <StatusBadge tone="success">Levé</StatusBadge>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type PistesProps = Pick<PlanSortieCardProps, 'structures' | 'suivre'> & { plan: PlanMontre }

function Pistes({ plan, structures, suivre }: PistesProps) {
  return (
    <section aria-labelledby="pistes" className="flex flex-col gap-2 border-t border-line pt-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="pistes" className="font-semibold">
          Destinations essayées
        </h3>
        {suivre && <AddPiste plan={plan} structures={structures} />}
      </div>
      {plan.pistes.length === 0 ? (
        <p className="text-soft">Aucune pour l’instant.</p>
      ) : (
        <ul className="divide-y divide-line">
          {plan.pistes.map((piste) => (
            <li key={piste.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span className="min-w-0">
                {libellesPiste[piste.destination]}
                {piste.structure !== null && ` · ${piste.structure.nom}`}
                <span className="block text-sm text-soft">le {formatShortDate(piste.jour)}</span>
              </span>
              <span className="flex flex-wrap items-center gap-2">
                <StatusBadge tone={tones[piste.statut]}>{libellesStatutPiste[piste.statut]}</StatusBadge>
                {suivre && <FollowPiste piste={piste} />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
