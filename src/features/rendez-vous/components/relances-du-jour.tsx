import type { CivilDate } from '@/domain/commun/civil-date'
import { formatDayMonth, lowerFirst, plural } from '@/domain/commun/format'
import { libellesMoyenRelance, libellesRendezVous } from '@/domain/parcours/rendez-vous'
import { Card } from '@/ui/card'
import { StatusBadge } from '@/ui/status-badge'
import { TextLink } from '@/ui/text-link'
import type { RelanceAFaire } from '../queries'
import { RelanceActions } from './relance-actions'

type RelancesProps = { lignes: readonly RelanceAFaire[]; total: number; aujourdhui: CivilDate }

/** Whom to reach again today. A missed appointment is never counted: it is a door to knock at. */
export function RelancesDuJour({ lignes, total, aujourdhui }: RelancesProps) {
  return (
    <Card title="À recontacter" note="Un rendez-vous n’a pas eu lieu : on reprend le fil">
      {lignes.length === 0 ? (
        <p className="text-soft">Personne à recontacter.</p>
      ) : (
        <ul className="divide-y divide-line">
          {lignes.map(({ id, version, code, moyen, kind, pourLe }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
              <span className="min-w-0">
                <TextLink href={`/parcours/${code}`}>{code}</TextLink> ·{' '}
                {lowerFirst(libellesMoyenRelance[moyen])}
                <span className="flex flex-wrap items-center gap-2 text-sm text-soft">
                  {libellesRendezVous[kind]}, pour le {formatDayMonth(pourLe)}
                  {pourLe < aujourdhui && <StatusBadge tone="warning">En retard</StatusBadge>}
                </span>
              </span>
              <span className="flex flex-wrap items-center gap-2 *:my-0!">
                <RelanceActions relance={{ id, version }} aujourdhui={aujourdhui} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {total > lignes.length && (
        <p className="text-sm text-soft">
          et {plural(total - lignes.length, 'autre', 'autres')}, à retrouver dans les parcours.
        </p>
      )}
    </Card>
  )
}
