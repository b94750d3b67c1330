import type { ReactNode } from 'react'

/** What something is (a kind, a public, a language), as opposed to how it goes: see StatusBadge. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center rounded-sm border border-line bg-surface px-2 py-0.5 text-sm whitespace-nowrap text-soft">
      {children}
    </span>
  )
}
