import type { ReactNode } from 'react'
import { buttonClasses, type ButtonVariant } from '@/ui/button-classes'
import { PlainLink } from '@/ui/plain-link'

type SignInLinkProps = { variant?: ButtonVariant; children: ReactNode }

/** To the sign-in and back. */
export function SignInLink({ variant = 'secondary', children }: SignInLinkProps) {
  return (
    <PlainLink href="/connexion?suite=%2Fterrain" className={buttonClasses(variant, false)}>
      {children}
    </PlainLink>
  )
}
