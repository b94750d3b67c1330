import { CircleAlert } from 'lucide-react'
import type { FieldProps } from './field-props'

type FieldNotesProps = Pick<FieldProps, 'description' | 'error'> & { id: string }

/** Under a field: how to fill it, then what is wrong; both are read with the field, see `controlProps`. */
export function FieldNotes({ id, description, error }: FieldNotesProps) {
  return (
    <>
      {description !== undefined && (
        <div id={`${id}-description`} className="text-sm text-soft">
          {description}
        </div>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-medium text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </>
  )
}
