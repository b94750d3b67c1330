'use client'

import { useId, type ComponentProps } from 'react'
import { controlProps, splitField } from './control-props'
import { FieldFrame } from './field-frame'
import type { FieldProps } from './field-props'
import { inputClasses } from './input-classes'

type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'id' | 'onChange' | 'className' | 'disabled' | 'required'> & {
    onChange?: (value: string) => void
  }

/** One line of text. `{...field}` of react-hook-form fits as it is. */
export function TextField(props: TextFieldProps) {
  const { field, rest } = splitField(props)
  const { onChange, ...input } = rest
  const id = useId()
  return (
    <FieldFrame id={id} {...field}>
      <input
        type="text"
        {...input}
        {...controlProps(id, field)}
        onChange={(event) => onChange?.(event.target.value)}
        className={inputClasses}
      />
    </FieldFrame>
  )
}
