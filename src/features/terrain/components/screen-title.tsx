'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Heading of a screen. It takes the focus when the screen opens, as a page change would, and shows its top. */
export function ScreenTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    ref.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="flex flex-col gap-1">
      <h1 ref={ref} tabIndex={-1} className="text-2xl font-bold tracking-tight outline-none">
        {children}
      </h1>
      {lead !== undefined && <p className="text-base text-soft">{lead}</p>}
    </div>
  )
}
