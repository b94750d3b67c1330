import type { ReactNode } from 'react'
import { ToastOutlet } from './overlays/toast-outlet'
import { WorldMarker } from './theme/world-marker'

/** What every page has besides itself. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <>
      <WorldMarker />
      {children}
      <ToastOutlet />
    </>
  )
}
