import type { ReactNode } from 'react'

type LoadingRegionProps = { /** « Chargement des places » */ label: string; children: ReactNode }

/** Skeletons shaped like what comes; nothing appears before 300 ms, so that what is fast never blinks. */
export function LoadingRegion({ label, children }: LoadingRegionProps) {
  return (
    <div aria-busy className="animate-wait">
      <output className="sr-only">{label}</output>
      <div aria-hidden className="flex flex-col gap-3">
        {children}
      </div>
    </div>
  )
}
