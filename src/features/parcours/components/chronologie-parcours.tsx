import { formatDatedTime } from '@/domain/commun/format'
import { Card } from '@/ui/card'
import { Disclosure } from '@/ui/disclosure'
import type { ParcoursPersonne } from '../queries'
import { type Evenement, listEvenements } from './evenements'

const SHOWN = 20

/** All that happened, the latest first; what is old folds away on screen. */
export function ChronologieParcours({ parcours }: { parcours: ParcoursPersonne }) {
  const events = listEvenements(parcours)
  const older = events.slice(SHOWN)
  return (
    <Card title="Chronologie">
      {events.length === 0 && <p className="text-soft">Rien encore.</p>}
      <Lines events={events.slice(0, SHOWN)} />
      {older.length > 0 && (
        <Disclosure title="Plus ancien">
          <Lines events={older} />
        </Disclosure>
      )}
    </Card>
  )
}

function Lines({ events }: { events: readonly Evenement[] }) {
  return (
    <ol className="flex flex-col">
      {events.map(({ id, le, titre, note }) => (
        <li key={id} className="relative border-l-2 border-line pb-3 pl-5 last:border-transparent last:pb-0">
          <span
            aria-hidden
            className="absolute top-1.5 -left-[7px] size-3 rounded-full border-2 border-accent bg-surface"
          />
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold">{titre}</span>
            <time dateTime={le.toISOString()} className="text-sm text-soft">
              {formatDatedTime(le)}
            </time>
          </p>
          {note !== null && <p className="text-sm text-soft">{note}</p>}
        </li>
      ))}
    </ol>
  )
}
