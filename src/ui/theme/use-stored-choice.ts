import { useSyncExternalStore } from 'react'
import { APPEARANCE_EVENT } from './appearance'

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  window.addEventListener(APPEARANCE_EVENT, listener)
  return () => {
    window.removeEventListener('storage', listener)
    window.removeEventListener(APPEARANCE_EVENT, listener)
  }
}

/** A choice kept on this device, and how to change it (`undefined` forgets it). Storage refused: the choice is not kept. */
export function useStoredChoice(key: string): [string | undefined, (value: string | undefined) => void] {
  const choice = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => undefined,
  )
  function choose(value: string | undefined): void {
    try {
      if (value === undefined) localStorage.removeItem(key)
      else localStorage.setItem(key, value)
    } catch {
      return
    }
    window.dispatchEvent(new Event(APPEARANCE_EVENT))
  }
  return [choice, choose]
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}
