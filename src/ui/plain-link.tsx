import type { Route } from 'next'
import type { ComponentProps } from 'react'

type PlainLinkProps<T extends string> = Omit<ComponentProps<'a'>, 'href'> & { href: Route<T> }

/**
 * A link the browser follows by itself. For what every route carries, and for the tablet, which has its own screens: its first
 * one need not bring the router of the desk, nor ask for pages in advance.
 */
export function PlainLink<T extends string>({ children, ...props }: PlainLinkProps<T>) {
  return <a {...props}>{children}</a>
}
