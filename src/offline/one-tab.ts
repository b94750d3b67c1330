/**
 * Keeps one thing being typed to one tab: two tabs on the same draft would write over each other, and the second save of one act
 * is left alone. Calls `onHeld` once this tab holds `name`: at once, or when the tab that holds it leaves. Returns what lets go.
 */
export function holdAlone(name: string, onHeld: () => void): () => void {
  const abort = new AbortController()
  let letGo: (() => void) | undefined
  const hold = () => {
    onHeld()
    return new Promise<void>((resolve) => {
      letGo = resolve
    })
  }
  // Refused only when given up while waiting.
  navigator.locks.request(`maillage-saisie-${name}`, { signal: abort.signal }, hold).catch(() => {})
  return () => {
    abort.abort()
    letGo?.()
  }
}
