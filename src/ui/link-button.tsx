import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClasses, type ButtonVariant } from './button-classes'

type LinkButtonProps<T extends string> = {
  href: Route<T>
  children: ReactNode
  variant?: ButtonVariant
  /** Square, for an icon alone: give an `aria-label`. */
  iconOnly?: boolean
  className?: string
  'aria-label'?: string | undefined
}

/** A way to another screen that weighs as much as a button. */
export function LinkButton<T extends string>({
  href,
  children,
  variant = 'secondary',
  iconOnly = false,
  className = '',
  ...props
}: LinkButtonProps<T>) {
  return (
    <Link {...props} href={href} className={`${buttonClasses(variant, iconOnly)} ${className}`}>
      {children}
    </Link>
  )
}
