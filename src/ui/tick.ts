import { now } from '@/lib/clock'

const EVERY_MS = 1000
const listeners = new Set<() => void>()
let timer: number | undefined
let tick = 0

/** One beat a second for the whole page, whatever the number of ages shown; none when none is shown. */
export function subscribeToTick(listener: () => void): () => void {
  if (listeners.size === 0) {
    beat()
    timer = window.setInterval(beat, EVERY_MS)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.clearInterval(timer)
  }
}

/** Milliseconds at the last beat: stable between two, as React requires. */
export function readTick(): number {
  if (tick === 0) tick = now().getTime()
  return tick
}

function beat(): void {
  tick = now().getTime()
  for (const listener of listeners) listener()
}
