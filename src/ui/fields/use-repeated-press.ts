import { useEffect, useRef } from 'react'

const HOLD_MS = 450
const EVERY_MS = 110
const FAST_AFTER = 10
const FAST_STEP = 5

/**
 * Handlers of a button that acts once when tapped, and again and again while held: by one, then by five after ten
 * repeats. A tap acts on release, so that a scroll that begins on the button changes nothing. `act` says whether
 * anything changed: at the limit the run ends by itself, because a button that becomes disabled under the finger may
 * never tell that the finger left.
 */
export function useRepeatedPress(act: (times: number) => boolean) {
  const timer = useRef<number>(undefined)
  const hasRun = useRef(false)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => () => window.clearTimeout(timer.current), [])

  function run(count: number) {
    hasRun.current = true
    const changed = latest.current(count > FAST_AFTER ? FAST_STEP : 1)
    if (changed) timer.current = window.setTimeout(() => run(count + 1), EVERY_MS)
  }
  function stop() {
    window.clearTimeout(timer.current)
  }
  return {
    onPointerDown: () => {
      stop()
      hasRun.current = false
      navigator.vibrate?.(12)
      timer.current = window.setTimeout(() => run(0), HOLD_MS)
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => {
      if (!hasRun.current) latest.current(1)
      hasRun.current = false
    },
  }
}
