import { deviceNow } from './device-clock'

const IDLE_MS = 10 * 60_000
const CHECK_MS = 20_000

/** Calls `onIdle` once nobody has touched this page for ten minutes, screen off included. Returns what stops watching. */
export function watchIdle(onIdle: () => void): () => void {
  let last = deviceNow().getTime()
  const touch = () => {
    last = deviceNow().getTime()
  }
  const check = () => {
    if (deviceNow().getTime() - last >= IDLE_MS) onIdle()
  }
  const timer = window.setInterval(check, CHECK_MS)
  const events = ['pointerdown', 'keydown'] as const
  for (const event of events) document.addEventListener(event, touch, true)
  document.addEventListener('visibilitychange', check)
  return () => {
    window.clearInterval(timer)
    for (const event of events) document.removeEventListener(event, touch, true)
    document.removeEventListener('visibilitychange', check)
  }
}
