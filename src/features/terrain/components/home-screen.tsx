'use client'

import { Footprints, ListChecks, Map as MapIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { formatTime, plural } from '@/domain/commun/format'
import { completeArret, nameSecteur } from '@/domain/maraudes/phrases'
import { totalOf } from '@/domain/maraudes/totaux'
import type { Tournee } from '@/domain/maraudes/tournee'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ActionBar } from '@/ui/shell/action-bar'
import { StatusBadge } from '@/ui/status-badge'
import { FreePlaces } from './free-places'
import { ScreenTitle } from './screen-title'
import { useTerrain } from './terrain-context'
import { go } from './terrain-router'

const StartRound = lazy(() => import('./start-round'))

/** Where a shift begins and ends: go out, come back to the round in progress, see tonight's places and what was done. */
export function HomeScreen() {
  const { paquet, tournee, tournees } = useTerrain()
  const [isStarting, setIsStarting] = useState(false)
  const closed = tournees.filter(({ fin }) => fin !== null)
  if (isStarting && tournee === null) {
    return (
      <Suspense>
        <StartRound onCancel={() => setIsStarting(false)} />
      </Suspense>
    )
  }
  return (
    <>
      <ScreenTitle lead={paquet?.compte.organisation}>
        {tournee === null ? 'Aucune maraude en cours' : 'Maraude en cours'}
      </ScreenTitle>
      {tournee !== null && <InProgress tournee={tournee} />}
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
      <FreePlaces dispositifs={paquet?.dispositifs ?? []} />
      <ActionBar>
        <Button
          aria-label="Carte"
          iconOnly
          className="min-h-20! flex-none!"
          onPress={() => go('/terrain/carte')}
        >
          <MapIcon aria-hidden />
        </Button>
        {tournee === null ? (
          <Button variant="primary" className="min-h-20! text-xl!" onPress={() => setIsStarting(true)}>
            <Footprints aria-hidden />
            Partir en maraude
          </Button>
        ) : (
          <Button variant="primary" className="min-h-20! text-xl!" onPress={() => go('/terrain/maraude')}>
            <ListChecks aria-hidden />
            Reprendre la maraude
          </Button>
        )}
      </ActionBar>
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
