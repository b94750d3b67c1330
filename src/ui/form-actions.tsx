import type { ReactNode } from 'react'

/** The buttons that end a form; the one that commits comes first. A form of one button stands among other buttons, at their height. */
export function FormActions({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-3 pt-2 terrain:flex-col terrain:items-stretch [.contents>&]:pt-0">
      {children}
    </div>
  )
}
