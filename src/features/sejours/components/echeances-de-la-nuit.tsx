import type { Echeance } from '../queries'
import { formatShortDateTime } from '@/domain/commun/format'
import { Card } from '@/ui/card'
import { StatusBadge } from '@/ui/status-badge'
import { TextLink } from '@/ui/text-link'

/** Holds about to expire and stays about to end, the soonest first; what is already late is said so. */
export function EcheancesDeLaNuit({ echeances, now }: { echeances: readonly Echeance[]; now: Date }) {
  return (
    <Card title="Échéances de la nuit" note="Places tenues et séjours qui finissent avant midi">
      {echeances.length === 0 ? (
        <p className="text-soft">Aucune place tenue ni fin de séjour avant demain midi.</p>
      ) : (
        <ul className="divide-y divide-line">
          {echeances.map((echeance) => (
            <li
              key={echeance.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5"
            >
              <span className="min-w-0">
                <TextLink href={`/places/${echeance.dispositifSlug}`}>{echeance.libelle}</TextLink>
                <span className="block text-sm text-soft">
                  {echeance.dispositif}
                  {echeance.code === null ? '' : ` · ${echeance.code}`}
                </span>
              </span>
              <Moment echeance={echeance} now={now} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Moment({ echeance: { kind, le }, now }: { echeance: Echeance; now: Date }) {
  const hour = formatShortDateTime(le)
  const isLate = le <= now
  if (kind === 'RESERVATION') {
    return (
      <StatusBadge tone={isLate ? 'danger' : 'warning'}>
        {isLate ? `tenue jusqu’au ${hour}, échue` : `tenue jusqu’au ${hour}`}
      </StatusBadge>
    )
  }
  return (
    <StatusBadge tone={isLate ? 'danger' : 'info'}>
      {isLate ? `fin prévue le ${hour}, dépassée` : `fin prévue le ${hour}`}
    </StatusBadge>
  )
}
