'use client'

import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Text } from 'react-aria-components/Text'

type FieldNotesProps = { description?: ReactNode; error?: string | undefined }

/** Under a field: how to fill it, then what is wrong; both are read with the field. */
export function FieldNotes({ description, error }: FieldNotesProps) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className="text-sm text-soft">
          {description}
        </Text>
      )}
      <FieldError className="flex items-start gap-1.5 text-sm font-medium text-danger">
        {({ validationErrors }) => (
          <>
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {error ?? validationErrors.join(' ')}
          </>
        )}
      </FieldError>
    </>
  )
}
