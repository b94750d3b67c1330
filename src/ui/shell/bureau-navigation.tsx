'use client'

import {
  BedDouble,
  Building2,
  ChartColumn,
  Footprints,
  Map,
  Menu,
  Send,
  Route,
  Settings,
  Sunrise,
  X,
  type LucideIcon,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { buttonClasses } from '../button-classes'
import type { BureauEntry, BureauIcon } from './bureau-entries'

const icons: Record<BureauIcon, LucideIcon> = {
  'aujourd-hui': Sunrise,
  carte: Map,
  structures: Building2,
  places: BedDouble,
  orientations: Send,
  parcours: Route,
  maraudes: Footprints,
  rapports: ChartColumn,
  administration: Settings,
}

const entryClasses =
  'flex min-h-control items-center gap-3 rounded-control px-3 font-medium text-soft no-underline hover:bg-surface hover:text-ink aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:shadow-card aria-[current]:fort:underline'

function currentness(href: string, pathname: string): 'page' | 'true' | undefined {
  if (href === pathname) return 'page'
  return href !== '/' && pathname.startsWith(`${href}/`) ? 'true' : undefined
}

type BureauNavigationProps = {
  entries: readonly BureauEntry[]
  /** Identity, sign-out and theme, below the entries. */
  footer: ReactNode
}

/** The column of entries; under 900 px it opens from a button and closes when one arrives. */
export function BureauNavigation({ entries, footer }: BureauNavigationProps) {
  const pathname = usePathname()
  const [openedOn, setOpenedOn] = useState<string>()
  const isOpen = openedOn === pathname
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls="navigation"
        onClick={() => setOpenedOn(isOpen ? undefined : pathname)}
        className={`${buttonClasses('quiet')} bureau:hidden`}
      >
        {isOpen ? <X aria-hidden /> : <Menu aria-hidden />}
        Menu
      </button>
      <div
        id="navigation"
        className={`${isOpen ? 'flex' : 'hidden'} w-full flex-none flex-col justify-between gap-6 bureau:flex bureau:flex-1`}
      >
        <nav aria-label="Principale">
          <ul className="flex flex-col gap-1">
            {entries.map(({ href, label, icon }) => {
              const Icon = icons[icon]
              return (
                <li key={href}>
                  <Link
                    href={{ pathname: href }}
                    aria-current={currentness(href, pathname)}
                    className={entryClasses}
                  >
                    <Icon aria-hidden className="size-5 shrink-0" />
                    {label}
                  </Link>
                </li>
              )
            })}
          </ul>
        </nav>
        {footer}
      </div>
    </>
  )
}
