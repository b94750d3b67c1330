import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

type TextLinkProps<T extends string> = { href: Route<T>; children: ReactNode }

/** A link within a sentence or a cell. */
export function TextLink<T extends string>({ href, children }: TextLinkProps<T>) {
  return (
    <Link href={href} className="font-medium">
      {children}
    </Link>
  )
}
