import { type Action, can } from './can'
import type { Viewer } from './viewer'

/** What each screen of the desk shows first. */
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
  if (path === '/') return firstScreen(viewer) === '/'
  const action = ecrans[path]
  return action !== undefined && can(viewer, action)
}

/** Where one starts: what waits today, or the one thing one comes for when nothing can wait here. */
export function firstScreen(viewer: Viewer): '/' | '/administration' | '/rapports' {
  if (offersScreen(viewer, '/places') || offersScreen(viewer, '/orientations')) return '/'
  if (offersScreen(viewer, '/administration')) return '/administration'
  return offersScreen(viewer, '/rapports') ? '/rapports' : '/'
}
