export type Toast = {
  tone: 'success' | 'info' | 'danger'
  title: string
  description?: string
  /** Takes back what was just done. */
  undo?: () => void
}

const BRIEF_MS = 6_000
const UNDO_MS = 12_000

const listeners = new Set<() => void>()
let hasSpoken = false

/**
 * Says what just happened, on screen and to screen readers. A failure stays until closed.
 * What speaks is loaded at the first message only: most pages never say anything.
 */
export async function notify(toast: Toast): Promise<void> {
  hasSpoken = true
  for (const listener of listeners) listener()
  const { toastQueue } = await import('./toast-queue')
  if (toast.tone === 'danger') toastQueue.add(toast)
  else toastQueue.add(toast, { timeout: toast.undo === undefined ? BRIEF_MS : UNDO_MS })
}

/** Tells when the first message comes. */
export function subscribeToFirstToast(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function hasAnyToast(): boolean {
  return hasSpoken
}
