'use client'

import { Printer } from 'lucide-react'
import { Button } from './button'

/** Sends the page to paper, as the print style sheet lays it out. */
export function PrintButton() {
  return (
    <Button variant="primary" onPress={() => window.print()}>
      <Printer aria-hidden />
      Imprimer
    </Button>
  )
}
