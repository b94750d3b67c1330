import Link from 'next/link'
import type { ReactNode } from 'react'
import { SkipLink } from '../skip-link'
import { ThemeSwitch } from '../theme/theme-switch'
import type { BureauEntry } from './bureau-entries'
import { BureauNavigation } from './bureau-navigation'
import { DemonstrationBanner } from './demonstration-banner'
import { Logo } from './logo'

type BureauShellProps = {
  entries: readonly BureauEntry[]
  /** Role and organisation in words; an account has no name to show. */
  identity: { role: string; organisation: string }
  /** The form or button that ends the session. */
  signOut: ReactNode
  isDemonstration: boolean
  children: ReactNode
}

/** The desk: entries on the left, the page on the right. Everything but the page stays out of print. */
export function BureauShell({ entries, identity, signOut, isDemonstration, children }: BureauShellProps) {
  const footer = (
    <div className="flex flex-col gap-2 border-t border-line pt-4">
      <p className="px-3 text-sm">
        <span className="block font-semibold text-ink">{identity.role}</span>
        <span className="text-soft">{identity.organisation}</span>
      </p>
      <div className="flex items-center justify-between gap-2">
        {signOut}
        <ThemeSwitch corner="bottom-left" />
      </div>
    </div>
  )
  return (
    <div className={isDemonstration ? '[--banner:1.75rem]' : '[--banner:0rem]'}>
      <SkipLink />
      {isDemonstration && <DemonstrationBanner />}
      <div className="bureau:grid bureau:min-h-[calc(100dvh-var(--banner))] bureau:grid-cols-[15rem_minmax(0,1fr)] print:block">
        <header data-no-print className="border-b border-line bg-sunken bureau:border-r bureau:border-b-0">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-4 py-2 bureau:sticky bureau:top-(--banner) bureau:h-[calc(100dvh-var(--banner))] bureau:flex-col bureau:flex-nowrap bureau:items-stretch bureau:justify-start bureau:gap-6 bureau:overflow-y-auto bureau:px-3 bureau:py-5">
            <Link
              href={{ pathname: '/' }}
              className="flex min-h-control items-center gap-2.5 rounded-control text-xl font-bold tracking-tight text-ink no-underline bureau:px-2"
            >
              <Logo className="size-8 text-accent" />
              Maillage
            </Link>
            <BureauNavigation entries={entries} footer={footer} />
          </div>
        </header>
        <main
          id="contenu"
          tabIndex={-1}
          className="min-w-0 px-4 py-6 outline-none sm:px-6 bureau:px-8 print:p-0"
        >
          {children}
        </main>
      </div>
    </div>
  )
}
