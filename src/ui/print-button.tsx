'use client'

import { Printer } from 'lucide-react'
import { Button } from './button'
import type { ButtonVariant } from './button-classes'

/** Sends the page to paper, as the print style sheet lays it out. A page has one main button: another one says `secondary` here. */
export function PrintButton({ variant = 'primary' }: { variant?: ButtonVariant }) {
  return (
    <Button variant={variant} onPress={() => window.print()}>
      <Printer aria-hidden />
      Imprimer
    </Button>
  )
}
