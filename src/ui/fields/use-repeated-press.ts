import { useEffect, useRef } from 'react'

const DELAY_MS = 450
const EVERY_MS = 110
const FAST_AFTER = 10
const FAST_STEP = 5

/**
 * Press handlers that act at once, then again while held: by one, then by five after ten repeats.
 * `act` says whether anything changed: at the limit the run ends by itself, because a button that
 * becomes disabled under the finger may never tell that the finger left.
 */
export function useRepeatedPress(act: (times: number) => boolean) {
  const timer = useRef<number>(undefined)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => () => window.clearTimeout(timer.current), [])

  function repeat(count: number) {
    timer.current = window.setTimeout(() => {
      if (latest.current(count > FAST_AFTER ? FAST_STEP : 1)) repeat(count + 1)
    }, EVERY_MS)
  }
  return {
    onPressStart: () => {
      window.clearTimeout(timer.current)
      navigator.vibrate?.(12)
      if (latest.current(1)) timer.current = window.setTimeout(() => repeat(0), DELAY_MS - EVERY_MS)
    },
    onPressEnd: () => window.clearTimeout(timer.current),
  }
}
