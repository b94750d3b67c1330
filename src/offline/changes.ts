const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('maillage-tablette')
const listeners = new Set<() => void>()

channel?.addEventListener('message', tell)

function tell(): void {
  for (const listener of listeners) listener()
}

/** Says that something kept on this device changed, to every screen of every tab. */
export function noteChange(): void {
  tell()
  channel?.postMessage('')
}

/** Calls `listener` after each change, here or in another tab. Returns what stops it. */
export function watchChanges(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
