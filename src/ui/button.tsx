'use client'

import { LoaderCircle } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { buttonClasses, type ButtonVariant } from './button-classes'

type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  children: ReactNode
  variant?: ButtonVariant
  /** Square, for an icon alone: give an `aria-label`. */
  iconOnly?: boolean
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A verb. Its height follows the world it stands in (desk 40 px, finger 48 px, terrain 56 px). */
export function Button({
  children,
  variant = 'secondary',
  iconOnly = false,
  className = '',
  ...props
}: ButtonProps) {
  return (
    <AriaButton {...props} className={`${buttonClasses(variant, iconOnly)} ${className}`}>
      {({ isPending }) => (
        <>
          {isPending && <LoaderCircle aria-hidden className="animate-wait motion-safe:animate-spin" />}
          {isPending && iconOnly ? null : children}
        </>
      )}
    </AriaButton>
  )
}
