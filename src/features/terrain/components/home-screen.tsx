'use client'

import { Footprints, ListChecks, Map as MapIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/ui/button'
import { ActionBar } from '@/ui/shell/action-bar'
import { FreePlaces } from './free-places'
import { ScreenTitle } from './screen-title'
import { useTerrain } from './terrain-context'
import { go } from './terrain-router'

const StartRound = lazy(() => import('./start-round'))
const HomeRounds = lazy(() => import('./home-rounds'))

/** Where a shift begins and ends: go out, come back to the round in progress, see tonight's places and what was done. */
export function HomeScreen() {
  const { paquet, tournee, tournees } = useTerrain()
  const [isStarting, setIsStarting] = useState(false)
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
      {tournees.length > 0 && (
        <Suspense>
          <HomeRounds tournees={tournees} />
        </Suspense>
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
