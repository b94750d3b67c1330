import { type Action, can } from './can'
import type { Viewer } from './viewer'

/** What each screen of the desk shows first; a screen absent from here is open to everyone signed in. */
const ecrans: Readonly<Record<string, Action>> = {
  '/carte': 'carte.read',
  '/structures': 'structures.read',
  '/places': 'places.read',
  '/orientations': 'orientations.read',
  '/maraudes': 'planning.read',
  '/parcours': 'parcours.read',
  '/rapports': 'rapports.read',
  '/administration': 'comptes.read',
}

/** Whether the navigation offers this screen. Only a comfort: each screen's own queries decide what it shows. */
export function offersScreen(viewer: Viewer, path: string): boolean {
  const action = ecrans[path]
  return action === undefined || can(viewer, action)
}
