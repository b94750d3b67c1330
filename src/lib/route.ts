import type { Route } from 'next'

/** A path known only at run time, already checked to be one of this site; one that leads nowhere answers 404. */
export function runtimeRoute(path: string): Route {
  if (!isOurs(path)) throw new RangeError('Chemin attendu, commençant par une seule barre oblique.')
  return path
}

function isOurs(path: string): path is Route {
  return /^\/(?!\/)/.test(path)
}
