'use client'

import { lazy, Suspense, useEffect } from 'react'
import { Banner } from '@/ui/banner'
import { ActionBar } from '@/ui/shell/action-bar'
import { Skeleton } from '@/ui/skeleton'
import { TerrainReader, useEtatTerrain, useTerrain } from './terrain-context'
import { HomeScreen } from './home-screen'
import { hasCode, LoadedScreen, loadEveryScreen, loadScreen } from './loaded-screen'
import { OneTab } from './one-tab'
import { ScreenTitle } from './screen-title'
import { SignInLink } from './sign-in-link'
import { type Ecran, useEcran } from './terrain-router'
import { ChooseCodeScreen, UnlockScreen } from './unlock-screen'

/** Screens that mean something with no round in progress. */
const WITHOUT_ROUND: ReadonlySet<Ecran> = new Set(['/terrain/envois', '/terrain/carte'])

/** Screens where something is typed and kept as a draft. */
const WRITING: ReadonlySet<Ecran> = new Set([
  '/terrain/maraude/arret',
  '/terrain/maraude/demande',
  '/terrain/maraude/cloture',
])

const loadWalk = () => import('./walk-switch').then(({ WalkWatch: watch }) => ({ default: watch }))
const WalkWatch = lazy(loadWalk)

const EnrolThis = lazy(() => import('./enrol-this'))

/** The whole tablet under one static page. */
export function TerrainApp() {
  const terrain = useEtatTerrain()
  const { ecran } = useEcran()
  useScreenAhead(ecran)
  // A tablet is enrolled before anybody has signed in on it.
  if (ecran === '/terrain/enrolement') {
    return (
      <Suspense fallback={<Waiting />}>
        <EnrolThis />
      </Suspense>
    )
  }
  switch (terrain.etat) {
    case 'ouverture':
      return <Waiting />
    case 'connexion':
      return <SignIn />
    case 'reseau':
      return (
        <ScreenTitle lead="Cette tablette n’a encore servi à personne : elle doit joindre Maillage une fois. Elle réessaie toute seule.">
          Pas de réseau pour cette première ouverture
        </ScreenTitle>
      )
    case 'refuse':
      return (
        <>
          <ScreenTitle>Impossible de noter ici</ScreenTitle>
          <div>
            <Banner tone="danger" title={terrain.motif} />
          </div>
        </>
      )
    case 'verrouille':
      return <UnlockScreen key={terrain.compteId} fonction={terrain.fonction} autres={terrain.autres} />
    case 'sans-code':
      return <ChooseCodeScreen key={terrain.compteId} fonction={terrain.fonction} />
    case 'pret':
      return (
        <TerrainReader key={terrain.db.compteId} db={terrain.db} sender={terrain.sender}>
          <Screens />
          <Walk />
        </TerrainReader>
      )
  }
}

/** The screen the page was opened on comes while the code is being typed. */
function useScreenAhead(ecran: Ecran): void {
  useEffect(() => {
    if (!hasCode(ecran)) return
    void Promise.all([loadScreen(ecran), loadWalk()]).catch(() => {})
  }, [ecran])
}

/** The other screens, then the contours, so that a map first opened far from any network has its true shape. */
async function readAhead(): Promise<void> {
  await loadEveryScreen()
  const { readContours } = await import('@/offline/read-contours')
  await readContours()
}

function SignIn() {
  return (
    <>
      <ScreenTitle lead="Ensuite, la tablette garde tout et continue sans réseau.">
        Connectez-vous pour partir en maraude
      </ScreenTitle>
      <ActionBar>
        <SignInLink variant="primary">Se connecter</SignInLink>
      </ActionBar>
    </>
  )
}

function Screens() {
  const { ecran } = useEcran()
  const { tournee } = useTerrain()
  useEffect(() => {
    const timer = window.setTimeout(() => void readAhead().catch(() => {}), 1500)
    return () => window.clearTimeout(timer)
  }, [])
  // A round that is closed, or was never opened here, has no screen of its own.
  if (!hasCode(ecran) || (tournee === null && !WITHOUT_ROUND.has(ecran))) return <HomeScreen />
  return (
    <Suspense fallback={<Waiting />}>
      {WRITING.has(ecran) ? (
        <OneTab key={ecran} name={ecran}>
          <LoadedScreen ecran={ecran} />
        </OneTab>
      ) : (
        <LoadedScreen key={ecran} ecran={ecran} />
      )}
    </Suspense>
  )
}

function Walk() {
  const { tournee } = useTerrain()
  return tournee === null ? null : (
    <Suspense>
      <WalkWatch tournee={tournee} />
    </Suspense>
  )
}

function Waiting() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4">
      <Skeleton className="h-10 w-2/3" />
      <Skeleton className="h-28 w-full" />
      <Skeleton className="h-28 w-full" />
    </div>
  )
}
