import { useSyncExternalStore } from 'react'

/** Every screen of the tablet. One static page serves them all; going from one to another asks the server nothing. */
export const ECRANS = [
  '/terrain',
  '/terrain/maraude',
  '/terrain/maraude/arret',
  '/terrain/maraude/demande',
  '/terrain/maraude/cloture',
  '/terrain/envois',
  '/terrain/carte',
  '/terrain/enrolement',
] as const
export type Ecran = (typeof ECRANS)[number]

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

/** Shows a screen. `replace` leaves no way back to this one: after saving, « back » must not open an empty form. */
export function go(ecran: Ecran, question: Readonly<Record<string, string>> = {}, replace = false): void {
  const search = new URLSearchParams(question).toString()
  const address = search === '' ? ecran : `${ecran}?${search}`
  if (replace) window.history.replaceState(null, '', address)
  else window.history.pushState(null, '', address)
  for (const listener of listeners) listener()
}

/** The screen the address names; the home for an address that names none. `read` gives a word of its question. */
export function useEcran(): { ecran: Ecran; read: (name: string) => string | null } {
  const address = useSyncExternalStore(
    subscribe,
    () => `${window.location.pathname}${window.location.search}`,
    () => '/terrain',
  )
  const [path, search] = address.split('?')
  const question = new URLSearchParams(search)
  return { ecran: ECRANS.find((known) => known === path) ?? '/terrain', read: (name) => question.get(name) }
}
