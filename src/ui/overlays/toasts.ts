import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast'

export type Toast = {
  tone: 'success' | 'info' | 'danger'
  title: string
  description?: string
  /** Takes back what was just done. */
  undo?: () => void
}

export const toastQueue = new ToastQueue<Toast>({ maxVisibleToasts: 3 })

const BRIEF_MS = 6_000
const UNDO_MS = 12_000

/** Says what just happened, on screen and to screen readers. A failure stays until closed. */
export function notify(toast: Toast): void {
  if (toast.tone === 'danger') toastQueue.add(toast)
  else toastQueue.add(toast, { timeout: toast.undo === undefined ? BRIEF_MS : UNDO_MS })
}
