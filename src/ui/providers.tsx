'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { RouterProvider } from 'react-aria-components'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { ToastOutlet } from './overlays/toast-outlet'

declare module 'react-aria-components' {
  interface RouterConfig {
    href: Route
  }
}

/** French for React Aria whatever the browser's language, and its links through Next's router. */
export function Providers({ children }: { children: ReactNode }) {
  const router = useRouter()
  return (
    <I18nProvider locale="fr-FR">
      <RouterProvider navigate={(href) => router.push(href)}>
        {children}
        <ToastOutlet />
      </RouterProvider>
    </I18nProvider>
  )
}
