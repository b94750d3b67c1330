'use client'

import { type ReactNode, useEffect, useState } from 'react'

/** Saving takes less than this: a bar that appears so soon after a press was opened by it. */
const OPENED_BY_PRESS_MS = 1500
/** The second half of a double tap comes sooner than this. */
const SETTLE_MS = 350

/** When a bar was last pressed, on the page's clock. */
const press = { at: Number.NEGATIVE_INFINITY }

/**
 * Last child of a terrain page: its actions stay under the thumb, above the system's own bar. A bar opened by a press does
 * nothing for a moment: the second half of a double tap on « Enregistrer » would begin another stop.
 */
export function ActionBar({ children }: { children: ReactNode }) {
  const [isSettling, setIsSettling] = useState(() => performance.now() - press.at < OPENED_BY_PRESS_MS)
  useEffect(() => {
    const timer = window.setTimeout(() => setIsSettling(false), SETTLE_MS)
    return () => window.clearTimeout(timer)
  }, [])
  return (
    <div
      data-no-print
      onClickCapture={({ timeStamp }) => {
        press.at = timeStamp
      }}
      className="sticky bottom-0 z-20 mt-auto -mb-5 max-w-none! border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      <div inert={isSettling} className="mx-auto flex max-w-2xl flex-wrap gap-3 *:flex-1">
        {children}
      </div>
    </div>
  )
}
