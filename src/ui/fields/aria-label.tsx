'use client'

import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'

type AriaLabelProps = { children: ReactNode; isRequired?: boolean | undefined }

/** FieldFrame’s label, for a React Aria field. The word is for the eye; `aria-required` already tells screen readers. */
export function AriaLabel({ children, isRequired = false }: AriaLabelProps) {
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
