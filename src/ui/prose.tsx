import type { ReactNode } from 'react'

/** A text one reads from top to bottom: help, statements. */
export function Prose({ children }: { children: ReactNode }) {
  return (
    <div className="flex max-w-prose flex-col gap-4 [&_h2]:mt-4 [&_h2]:text-xl [&_h2]:font-bold [&_li]:mt-1 [&_ul]:list-disc [&_ul]:pl-6">
      {children}
    </div>
  )
}
