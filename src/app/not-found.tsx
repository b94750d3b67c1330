import type { Metadata } from 'next'
import { MissingPage } from '@/ui/missing-page'
import { Logo } from '@/ui/shell/logo'

export const metadata: Metadata = { title: 'Page introuvable' }

/** Without the shell: every route carries this file, the tablet's first screen among them. */
export default function NotFound() {
  return (
    <main className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6">
      <Logo className="size-10 text-accent" />
      <MissingPage />
    </main>
  )
}
