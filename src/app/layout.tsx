import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { Providers } from '@/ui/providers'
import { AppearanceScript } from '@/ui/theme/appearance-script'
import './globals.css'

/** Latin holds every French letter; one file, preloaded, with a fallback of the same width so that nothing jumps. */
const atkinson = localFont({
  src: '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-atkinson',
})

export const metadata: Metadata = {
  title: { default: 'Maillage', template: '%s · Maillage' },
  description: 'Coordination des maraudes et des places à Paris et en Seine-Saint-Denis, sans aucun nom.',
  applicationName: 'Maillage',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#efeae2' },
    { media: '(prefers-color-scheme: dark)', color: '#110f0c' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr" className={`${atkinson.variable} font-sans antialiased`} suppressHydrationWarning>
      <head>
        <AppearanceScript />
      </head>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
