import { formatDayMonth, formatTime, plural } from '@/domain/commun/format'
import { toParis } from '@/domain/commun/civil-date'
import { Card } from '@/ui/card'
import type { PretVisible } from '../queries'
import { EndLoan, LendPlaces } from './pret-actions'

type PretsProps = {
  dispositifId: string
  prets: readonly PretVisible[]
  /** to whom places may be lent; null: not the viewer's to decide */
  partenaires: readonly { id: string; nom: string }[] | null
  demain: string
}

/** Places of a device lent to partners: how many each uses tonight, and when the rest returns to all. */
export function Prets({ dispositifId, prets, partenaires, demain }: PretsProps) {
  return (
    <Card
      title="Places prêtées"
      actions={
        partenaires !== null && (
          <LendPlaces dispositifId={dispositifId} partenaires={partenaires} demain={demain} />
        )
      }
    >
      {prets.length === 0 ? (
        <p className="text-soft">Aucune place n’est prêtée à un partenaire.</p>
      ) : (
        <ul className="divide-y divide-line">
          {prets.map((pret) => (
            <li key={pret.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
              <span>
                <span className="font-semibold">
                  {pret.utilisees} sur {pret.places} prêtées à {pret.organisation}
                </span>
                <span className="block text-sm text-soft">{returnWords(pret)}</span>
              </span>
              {partenaires !== null && <EndLoan contingentId={pret.id} organisation={pret.organisation} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** When the unused places return, and until when the loan holds. */
function returnWords({ places, utilisees, rendLe, au }: PretVisible): string {
  const left = Math.max(0, places - utilisees)
  const back =
    rendLe === null
      ? 'gardées toute la nuit'
      : left === 0
        ? 'toutes prises ce soir'
        : `${plural(left, 'place rendue', 'places rendues')} à tous à ${formatTime(rendLe)}`
  return au === null ? back : `${back} · prêt jusqu’au ${formatDayMonth(toParis(au).date)}`
}
