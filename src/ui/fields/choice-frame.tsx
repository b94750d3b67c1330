import type { ReactNode } from 'react'
import { describedBy } from './control-props'
import { FieldNotes } from './field-notes'
import type { FieldProps } from './field-props'

type ChoiceFrameProps = FieldProps & { id: string; children: ReactNode }

/** Several controls under one question. */
export function ChoiceFrame({
  id,
  label,
  description,
  error,
  isRequired,
  isDisabled,
  children,
}: ChoiceFrameProps) {
  return (
    <fieldset
      disabled={isDisabled}
      aria-describedby={describedBy(id, { description, error })}
      className="min-w-0"
    >
      <legend className="mb-1 text-sm font-semibold text-ink terrain:text-base">
        {label}
        {isRequired && <span className="font-normal text-soft"> (obligatoire)</span>}
      </legend>
      {children}
      <div className="mt-1 flex flex-col gap-1">
        <FieldNotes id={id} description={description} error={error} />
      </div>
    </fieldset>
  )
}
