import type { ReactNode } from 'react'

/** The buttons that end a form; the one that commits comes first. */
export function FormActions({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-3 pt-2 terrain:flex-col terrain:items-stretch">
      {children}
    </div>
  )
}
