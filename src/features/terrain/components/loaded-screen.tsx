import { type ComponentType, lazy, useState } from 'react'
import { type Ecran, ECRANS } from './terrain-router'

type EcranCharge = Exclude<Ecran, '/terrain' | '/terrain/enrolement'>
type Module = { default: ComponentType }

// Only the home is in the first load; the others come right after it, before anybody asks for them.
const loaders = {
  '/terrain/maraude': () => import('./round-screen'),
  '/terrain/maraude/arret': () => import('./stop-screen'),
  '/terrain/maraude/demande': () => import('./request-screen'),
  '/terrain/maraude/cloture': () => import('./close-screen'),
  '/terrain/envois': () => import('./queue-screen'),
  '/terrain/carte': () => import('./map-screen'),
} satisfies Record<EcranCharge, () => Promise<Module>>

const loaded = new Map<EcranCharge, ComponentType>()

/** Fetches the code of a screen, so that it shows at once. */
export async function loadScreen(ecran: EcranCharge): Promise<Module> {
  const code = await loaders[ecran]()
  loaded.set(ecran, code.default)
  return code
}

/** Whether a screen has code of its own. */
export function hasCode(ecran: Ecran): ecran is EcranCharge {
  return ecran in loaders
}

/** Fetches the code of all of them. */
export async function loadEveryScreen(): Promise<void> {
  await Promise.all(ECRANS.filter(hasCode).map(loadScreen))
}

/**
 * A screen, without waiting when its code is here: `lazy` alone would first show what waits, which React then keeps for 300 ms.
 * Chosen once for as long as the screen is shown, so that what is typed in it is never mounted anew.
 */
export function LoadedScreen({ ecran }: { ecran: EcranCharge }) {
  const [Screen] = useState(() => loaded.get(ecran) ?? lazy(() => loadScreen(ecran)))
  return <Screen />
}
