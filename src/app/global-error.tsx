'use client'

import { Crash } from '@/ui/crash'
import './globals.css'

/** Takes the place of the root layout itself, hence brings its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="fr" className="font-sans">
      <body>
        <title>Erreur · Maillage</title>
        <main className="px-4">
          <Crash error={error} retry={retry} />
        </main>
      </body>
    </html>
  )
}
