'use client'

import { Printer } from 'lucide-react'
import { Button } from './button'

/** Prints the page, which prints as a report. */
export function PrintButton() {
  return (
    <Button onPress={() => window.print()}>
      <Printer aria-hidden />
      Imprimer
    </Button>
  )
}
