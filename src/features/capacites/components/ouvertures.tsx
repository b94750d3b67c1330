import { formatDate, plural } from '@/domain/commun/format'
import { Card } from '@/ui/card'
import type { OuvertureVisible } from '../queries'
import { ChangeOpening, OpenPlaces } from './ouverture-actions'

type OuverturesProps = {
  dispositifId: string
  ouvertures: readonly OuvertureVisible[]
  mayConfigure: boolean
  aujourdhui: string
  demain: string
}

/** Places opened at once for a crisis, dated: how many, until when, and why. */
export function Ouvertures({ dispositifId, ouvertures, mayConfigure, aujourdhui, demain }: OuverturesProps) {
  return (
    <Card
      title="Ouvertures de crise"
      actions={
        mayConfigure && <OpenPlaces dispositifId={dispositifId} aujourdhui={aujourdhui} demain={demain} />
      }
    >
      {ouvertures.length === 0 ? (
        <p className="text-soft">Aucune ouverture en nombre, en cours ou à venir.</p>
      ) : (
        <ul className="divide-y divide-line">
          {ouvertures.map(({ id, places, libres, du, au, motif, commencee }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
              <span>
                <span className="font-semibold">
                  {plural(places, 'place', 'places')} {commencee ? '' : `à partir du ${formatDate(du)} `}
                  jusqu’au {formatDate(au)}, midi
                </span>
                <span className="block text-sm text-soft">
                  {[motif, commencee ? plural(libres, 'libre', 'libres') : null].filter(Boolean).join(' · ')}
                </span>
              </span>
              {mayConfigure && <ChangeOpening ouvertureId={id} au={au} demain={demain} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
