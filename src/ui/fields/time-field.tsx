'use client'

import type { Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField } from 'react-aria-components/TextField'
import { FieldLabel } from './field-label'
import { FieldNotes } from './field-notes'
import type { FieldProps } from './field-props'
import { fieldClasses, inputClasses } from './input-classes'

type TimeFieldProps = FieldProps & {
  /** `HH:MM` on 24 hours, Paris; empty when nothing is entered. */
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  name?: string
  ref?: Ref<HTMLInputElement>
}

/** An hour of the day, with the device's own picker. */
export function TimeField({ label, description, error, ref, ...props }: TimeFieldProps) {
  return (
    <TextField
      validationBehavior="aria"
      {...props}
      type="time"
      isInvalid={error !== undefined}
      className={fieldClasses}
    >
      <FieldLabel isRequired={props.isRequired}>{label}</FieldLabel>
      <Input ref={ref} className={`${inputClasses} max-w-40 tabular-nums`} />
      <FieldNotes description={description} error={error} />
    </TextField>
  )
}
