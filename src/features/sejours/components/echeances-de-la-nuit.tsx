import { formatShortDateTime, formatTime, plural } from '@/domain/commun/format'
import { Card } from '@/ui/card'
import { StatusBadge } from '@/ui/status-badge'
import { TextLink } from '@/ui/text-link'
import { Timer } from '@/ui/timer'
import type { Echeance } from '../queries'

type EcheancesProps = { echeances: readonly Echeance[]; now: Date }

const SHOWN = 6

/** Holds whose hour comes, then stays that end before the night does; what is late is said so, the rest is counted. */
export function EcheancesDeLaNuit({ echeances, now }: EcheancesProps) {
  const holds = echeances.filter(({ kind }) => kind === 'RESERVATION')
  const stays = echeances.filter(({ kind }) => kind === 'SEJOUR')
  return (
    <>
      <Card title="Places tenues" note="Libres d’elles-mêmes une fois l’heure passée">
        <Lines echeances={holds} now={now} empty="Aucune place n’est tenue en ce moment." />
      </Card>
      <Card title="Séjours qui finissent" note="Avant demain midi">
        <Lines echeances={stays} now={now} empty="Aucun séjour ne finit avant demain midi." />
      </Card>
    </>
  )
}

function Lines({ echeances, now, empty }: EcheancesProps & { empty: string }) {
  if (echeances.length === 0) return <p className="text-soft">{empty}</p>
  const more = echeances.length - SHOWN
  return (
    <>
      <ul className="divide-y divide-line">
        {echeances.slice(0, SHOWN).map((echeance) => (
          <li
            key={echeance.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5"
          >
            <span className="min-w-0">
              <TextLink href={addressOf(echeance)}>{echeance.libelle}</TextLink>
              <span className="block text-sm text-soft">
                {echeance.dispositif}
                {echeance.code === null ? '' : ` · ${echeance.code}`}
              </span>
            </span>
            <Moment echeance={echeance} now={now} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="text-sm text-soft">
          et {plural(more, 'autre', 'autres')}, dans le tableau du dispositif.
        </p>
      )}
    </>
  )
}

/** A hold is answered from its request; a stay, from its device. */
function addressOf({ kind, orientationId, dispositifSlug }: Echeance) {
  if (kind === 'RESERVATION' && orientationId !== null) return `/orientations/${orientationId}` as const
  return `/places/${dispositifSlug}` as const
}

function Moment({ echeance: { kind, le }, now }: { echeance: Echeance; now: Date }) {
  if (le <= now)
    return (
      <StatusBadge tone="danger">{kind === 'RESERVATION' ? 'Heure passée' : 'Fin prévue passée'}</StatusBadge>
    )
  if (kind === 'SEJOUR') return <span className="text-sm text-soft">{formatShortDateTime(le)}</span>
  return (
    <span className="flex flex-wrap items-center gap-3">
      <Timer instant={le.toISOString()} direction="until" />
      <StatusBadge tone="info">jusqu’à {formatTime(le)}</StatusBadge>
    </span>
  )
}
