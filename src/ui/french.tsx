'use client'

import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

/**
 * React Aria in French whatever the browser's language. Around each component that uses React Aria rather than around
 * the application: a page that uses none does not load it.
 */
export function French({ children }: { children: ReactNode }) {
  return <I18nProvider locale="fr-FR">{children}</I18nProvider>
}
