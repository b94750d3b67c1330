'use client'

import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Text } from 'react-aria-components/Text'

type AriaNotesProps = { description?: ReactNode; error?: string | undefined }

/** FieldFrame’s notes, for a React Aria field: how to fill it, then what is wrong. */
export function AriaNotes({ description, error }: AriaNotesProps) {
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
