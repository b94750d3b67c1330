'use client'

import type { Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField } from 'react-aria-components/TextField'
import { FieldLabel } from './field-label'
import { FieldNotes } from './field-notes'
import type { FieldProps } from './field-props'
import { fieldClasses, inputClasses } from './input-classes'

type DateFieldProps = FieldProps & {
  /** A civil date `AAAA-MM-JJ`, or `AAAA-MM-JJTHH:MM` (Paris) with `withTime`; empty when nothing is entered. */
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  name?: string
  min?: string
  max?: string
  withTime?: boolean
  ref?: Ref<HTMLInputElement>
}

/** A date. The device's own picker: right language, right keyboard, nothing to load. */
export function DateField({
  label,
  description,
  error,
  min,
  max,
  withTime = false,
  ref,
  ...props
}: DateFieldProps) {
  return (
    <TextField
      validationBehavior="aria"
      {...props}
      type={withTime ? 'datetime-local' : 'date'}
      isInvalid={error !== undefined}
      className={fieldClasses}
    >
      <FieldLabel isRequired={props.isRequired}>{label}</FieldLabel>
      <Input ref={ref} min={min} max={max} className={`${inputClasses} max-w-64 tabular-nums`} />
      <FieldNotes description={description} error={error} />
    </TextField>
  )
}
