'use client'

import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { buttonClasses, type ButtonVariant } from './button-classes'

type ButtonProps = Omit<ComponentProps<'button'>, 'onClick' | 'disabled'> & {
  children: ReactNode
  onPress?: () => unknown
  variant?: ButtonVariant
  isDisabled?: boolean
  /** The answer is awaited: keeps the focus, and does nothing more. */
  isPending?: boolean
  /** Square, for an icon alone: give an `aria-label`. */
  iconOnly?: boolean
}

/** A verb. Its height follows the world it stands in: desk 40 px, finger 48 px, terrain 56 px. */
export function Button(props: ButtonProps) {
  const {
    children,
    onPress,
    variant = 'secondary',
    isDisabled,
    isPending,
    iconOnly,
    className = '',
    ...rest
  } = props
  function press(event: MouseEvent) {
    if (isPending) event.preventDefault()
    else onPress?.()
  }
  return (
    <button
      type="button"
      {...rest}
      onClick={press}
      disabled={isDisabled}
      aria-disabled={isPending}
      data-pending={isPending || undefined}
      className={`${buttonClasses(variant, iconOnly)} ${className}`}
    >
      {isPending && <LoaderCircle aria-hidden className="animate-wait motion-safe:animate-spin" />}
      {!(isPending && iconOnly) && children}
      <output className="sr-only">{isPending && 'En cours'}</output>
    </button>
  )
}
