'use client'

import type { Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import { FieldLabel } from './field-label'
import { FieldNotes } from './field-notes'
import type { FieldProps } from './field-props'
import { fieldClasses, inputClasses } from './input-classes'

type TextFieldProps = FieldProps &
  Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | keyof FieldProps> & {
    placeholder?: string
    ref?: Ref<HTMLInputElement>
  }

/** One line of text. `{...field}` of react-hook-form fits as it is. */
export function TextField({ label, description, error, placeholder = '', ref, ...props }: TextFieldProps) {
  return (
    <AriaTextField
      validationBehavior="aria"
      {...props}
      isInvalid={error !== undefined}
      className={fieldClasses}
    >
      <FieldLabel isRequired={props.isRequired}>{label}</FieldLabel>
      <Input ref={ref} placeholder={placeholder} className={inputClasses} />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}
