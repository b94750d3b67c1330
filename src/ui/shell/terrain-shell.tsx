import type { ReactNode } from 'react'
import { PlainLink } from '../plain-link'
import { SkipLink } from '../skip-link'
import { ThemeSwitch } from '../theme/theme-switch'
import { DemonstrationBanner } from './demonstration-banner'
import { Logo } from './logo'

type TerrainShellProps = {
  /** What is on this tablet, what was received, when: always in sight. */
  strip: ReactNode
  isDemonstration: boolean
  children: ReactNode
}

/** The pavement: one column, large targets; what one presses most is an ActionBar at the end of the page. */
export function TerrainShell({ strip, isDemonstration, children }: TerrainShellProps) {
  return (
    <div
      data-world="terrain"
      className={`flex min-h-dvh flex-col ${isDemonstration ? '[--banner:1.75rem]' : '[--banner:0rem]'}`}
    >
      <SkipLink />
      {isDemonstration && <DemonstrationBanner />}
      <header
        data-no-print
        className="sticky top-(--banner) z-30 flex items-center gap-1 border-b border-line bg-sunken px-2 py-1 text-sm sm:gap-3 sm:px-4"
      >
        <PlainLink
          href="/terrain"
          aria-label="Maillage, accueil du terrain"
          className="flex min-h-12 min-w-12 items-center justify-center rounded-control text-accent"
        >
          <Logo className="size-8" />
        </PlainLink>
        <div className="min-w-0 flex-1">{strip}</div>
        <ThemeSwitch corner="top-right" />
      </header>
      <main
        id="contenu"
        tabIndex={-1}
        className="flex flex-1 flex-col gap-5 py-5 text-lg outline-none *:mx-auto *:w-full *:max-w-[calc(42rem+2rem)] *:px-4"
      >
        {children}
      </main>
    </div>
  )
}
