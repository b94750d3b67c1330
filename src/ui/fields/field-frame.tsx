import type { ReactNode } from 'react'
import { FieldNotes } from './field-notes'
import type { FieldProps } from './field-props'
import { fieldClasses } from './input-classes'

type FieldFrameProps = FieldProps & { id: string; children: ReactNode }

/** Label above, notes below. The control itself takes `controlProps`. */
export function FieldFrame({ id, label, description, error, isRequired, children }: FieldFrameProps) {
  return (
    <div className={fieldClasses}>
      <label htmlFor={id} className="text-sm font-semibold text-ink terrain:text-base">
        {label}
        {isRequired && (
          <span aria-hidden className="font-normal text-soft">
            {' '}
            (obligatoire)
          </span>
        )}
      </label>
      {children}
      <FieldNotes id={id} description={description} error={error} />
    </div>
  )
}
