'use client'

import { formatTime, plural } from '@/domain/commun/format'
import { completeArret, nameSecteur } from '@/domain/maraudes/phrases'
import { totalOf } from '@/domain/maraudes/totaux'
import type { Tournee } from '@/domain/maraudes/tournee'
import { Card } from '@/ui/card'
import { StatusBadge } from '@/ui/status-badge'

/** The round in progress, then the last ones closed here. */
export default function HomeRounds({ tournees }: { tournees: readonly Tournee[] }) {
  const tournee = tournees.find(({ fin }) => fin === null)
  const closed = tournees.filter(({ fin }) => fin !== null)
  return (
    <>
      {tournee !== undefined && <InProgress tournee={tournee} />}
      {closed.length > 0 && (
        <section aria-labelledby="closes" className="flex flex-col gap-3">
          <h2 id="closes" className="text-lg font-bold">
            Closes sur cette tablette
          </h2>
          {closed.slice(0, 3).map((done) => (
            <ClosedRound key={done.id} tournee={done} />
          ))}
        </section>
      )}
    </>
  )
}

function InProgress({ tournee: { ouverture, arrets } }: { tournee: Tournee }) {
  return (
    <p className="text-lg">
      {nameSecteur(ouverture.secteurCode)}, depuis {formatTime(new Date(ouverture.debut))},{' '}
      {plural(arrets.length, 'arrêt noté', 'arrêts notés')}.
    </p>
  )
}

function ClosedRound({ tournee: { ouverture, arrets, fin } }: { tournee: Tournee }) {
  const total = totalOf(arrets.map(({ corps }) => completeArret(corps)))
  const hours = [ouverture.debut, fin ?? ouverture.debut].map((instant) => formatTime(new Date(instant)))
  return (
    <Card
      title={hours.join(' – ')}
      note={nameSecteur(ouverture.secteurCode)}
      actions={<StatusBadge tone="success">Close</StatusBadge>}
    >
      <p className="text-base">
        {[
          plural(arrets.length, 'arrêt', 'arrêts'),
          plural(total.personnes, 'personne rencontrée', 'personnes rencontrées'),
          plural(total.donnes, 'article donné', 'articles donnés'),
        ].join(' · ')}
      </p>
    </Card>
  )
}
