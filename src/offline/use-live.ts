import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'

/**
 * What a read of the device's database gives, again each time it changes, in this tab or another. Undefined before the first
 * answer. `read` must be stable (useCallback): a new function is a new question.
 */
export function useLive<Value>(read: () => Promise<Value>): Value | undefined {
  const [answer, setAnswer] = useState<{ read: () => Promise<Value>; value: Value }>()
  useEffect(() => {
    const subscription = liveQuery(read).subscribe({ next: (value) => setAnswer({ read, value }) })
    return () => subscription.unsubscribe()
  }, [read])
  return answer?.read === read ? answer.value : undefined
}
