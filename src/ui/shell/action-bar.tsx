import type { ReactNode } from 'react'

/** Last child of a terrain page: its actions stay under the thumb, above the system's own bar. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div
      data-no-print
      className="sticky bottom-0 z-20 mt-auto -mb-5 max-w-none! border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      <div className="mx-auto flex max-w-2xl flex-wrap gap-3 *:flex-1">{children}</div>
    </div>
  )
}
