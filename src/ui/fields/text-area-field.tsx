'use client'

import { useState, type Ref } from 'react'
import { TextArea } from 'react-aria-components/TextArea'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import { formatNumber } from '@/domain/commun/format'
import { FieldLabel } from './field-label'
import { FieldNotes } from './field-notes'
import type { FieldProps } from './field-props'
import { fieldClasses, inputClasses } from './input-classes'

type TextAreaFieldProps = FieldProps &
  Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | keyof FieldProps> & {
    rows?: number
    ref?: Ref<HTMLTextAreaElement>
  }

/** Free text. With `maxLength`, what remains is shown; the limit itself is the browser's. */
export function TextAreaField({ label, description, error, rows = 4, ref, ...props }: TextAreaFieldProps) {
  const { value, defaultValue, maxLength, onChange } = props
  const [typed, setTyped] = useState(defaultValue ?? '')
  const length = (value ?? typed).length
  function change(text: string) {
    setTyped(text)
    onChange?.(text)
  }
  return (
    <AriaTextField
      validationBehavior="aria"
      {...props}
      onChange={change}
      isInvalid={error !== undefined}
      className={fieldClasses}
    >
      <FieldLabel isRequired={props.isRequired}>{label}</FieldLabel>
      <TextArea ref={ref} rows={rows} className={`${inputClasses} resize-y`} />
      {maxLength !== undefined && (
        <span aria-hidden className="self-end text-xs text-soft tabular-nums">
          {formatNumber(length)} / {formatNumber(maxLength)}
        </span>
      )}
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}
