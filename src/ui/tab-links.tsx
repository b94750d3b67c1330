import Link from 'next/link'
import type { UrlObject } from 'node:url'
import type { ReactNode } from 'react'

type TabLinksProps = {
  label: string
  links: readonly { readonly href: UrlObject; readonly title: ReactNode; readonly isCurrent: boolean }[]
}

const linkClasses =
  'flex min-h-control items-center whitespace-nowrap border-b-3 border-transparent px-4 font-medium text-soft no-underline outline-offset-[-3px] hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent'

/** Sides of one thing, each at its own address: shareable, and working without JavaScript. */
export function TabLinks({ label, links }: TabLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex overflow-x-auto border-b border-line">
        {links.map(({ href, title, isCurrent }) => (
          <li key={`${href.pathname ?? ''}${JSON.stringify(href.query ?? '')}`}>
            <Link href={href} aria-current={isCurrent ? 'page' : undefined} className={linkClasses}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
