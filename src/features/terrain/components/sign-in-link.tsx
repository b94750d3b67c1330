import type { ReactNode } from 'react'
import { buttonClasses, type ButtonVariant } from '@/ui/button-classes'

type SignInLinkProps = { variant?: ButtonVariant; children: ReactNode }

/** To the sign-in and back: a plain link, since nothing of the desk may be fetched before it is pressed. */
export function SignInLink({ variant = 'secondary', children }: SignInLinkProps) {
  return (
    <a href="/connexion?suite=%2Fterrain" className={buttonClasses(variant, false)}>
      {children}
    </a>
  )
}
