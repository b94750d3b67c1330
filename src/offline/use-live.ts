import { useEffect, useState } from 'react'
import { watchChanges } from './changes'

/**
 * What a read of the device gives, again each time something kept there changes, in this tab or another. Undefined before the
 * first answer. `read` must be stable (useCallback): a new function is a new question.
 */
export function useLive<Value>(read: () => Promise<Value>): Value | undefined {
  const [answer, setAnswer] = useState<{ read: () => Promise<Value>; value: Value }>()
  useEffect(() => follow(read, (value) => setAnswer({ read, value })), [read])
  return answer?.read === read ? answer.value : undefined
}

/** One read at a time; changes met meanwhile make one more. */
function follow<Value>(read: () => Promise<Value>, onValue: (value: Value) => void): () => void {
  const state = { isOver: false, isReading: false, isStale: false }

  async function again(): Promise<void> {
    state.isStale = true
    if (state.isReading) return
    state.isReading = true
    while (state.isStale && !state.isOver) {
      state.isStale = false
      const value = await read().catch(() => undefined)
      if (value !== undefined && !state.isOver) onValue(value)
    }
    state.isReading = false
  }

  const stop = watchChanges(() => void again())
  void again()
  return () => {
    state.isOver = true
    stop()
  }
}
