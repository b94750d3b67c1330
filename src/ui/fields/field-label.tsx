'use client'

import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'

type FieldLabelProps = { children: ReactNode; isRequired?: boolean | undefined }

/** The word is for the eye; `aria-required` already tells screen readers. */
export function FieldLabel({ children, isRequired = false }: FieldLabelProps) {
  return (
    <Label className="text-sm font-semibold text-ink terrain:text-base">
      {children}
      {isRequired && (
        <span aria-hidden className="font-normal text-soft">
          {' '}
          (obligatoire)
        </span>
      )}
    </Label>
  )
}
