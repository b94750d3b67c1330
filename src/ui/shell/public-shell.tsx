import Link from 'next/link'
import type { ReactNode } from 'react'
import { SkipLink } from '../skip-link'
import { ThemeSwitch } from '../theme/theme-switch'
import { Logo } from './logo'

/** Pages open to anyone: sign-in, help, statements. */
export function PublicShell({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header
        data-no-print
        className="flex items-center justify-between border-b border-line bg-sunken px-4 py-2 sm:px-6"
      >
        <Link
          href={{ pathname: '/' }}
          className="flex min-h-control items-center gap-2.5 rounded-control text-xl font-bold tracking-tight text-ink no-underline"
        >
          <Logo className="size-8 text-accent" />
          Maillage
        </Link>
        <ThemeSwitch corner="top-right" />
      </header>
      <main
        id="contenu"
        tabIndex={-1}
        className="mx-auto w-full max-w-3xl flex-1 px-4 py-8 outline-none sm:px-6"
      >
        {children}
      </main>
      <footer data-no-print className="border-t border-line px-4 py-4 sm:px-6">
        <ul className="flex flex-wrap justify-center gap-x-6 text-sm *:flex *:min-h-control *:items-center">
          <li>
            <Link href={{ pathname: '/aide' }}>Aide</Link>
          </li>
          <li>
            <Link href={{ pathname: '/accessibilite' }}>Accessibilité : non conforme</Link>
          </li>
          <li>
            <Link href={{ pathname: '/confidentialite' }}>Confidentialité</Link>
          </li>
        </ul>
      </footer>
    </div>
  )
}
