'use client'

import { useId, useState, type ComponentProps } from 'react'
import { formatNumber } from '@/domain/commun/format'
import { controlProps, splitField } from './control-props'
import { FieldFrame } from './field-frame'
import type { FieldProps } from './field-props'
import { inputClasses } from './input-classes'

type TextAreaFieldProps = FieldProps &
  Omit<
    ComponentProps<'textarea'>,
    'id' | 'onChange' | 'className' | 'disabled' | 'required' | 'value' | 'defaultValue'
  > & {
    value?: string
    defaultValue?: string
    onChange?: (value: string) => void
  }

/** Free text. With `maxLength`, what is used is shown; the limit itself is the browser's. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { field, rest } = splitField(props)
  const { onChange, rows = 4, ...area } = rest
  const { value, defaultValue, maxLength } = area
  const id = useId()
  const [typed, setTyped] = useState(defaultValue ?? '')
  function change(text: string) {
    setTyped(text)
    onChange?.(text)
  }
  return (
    <FieldFrame id={id} {...field}>
      <textarea
        {...area}
        {...controlProps(id, field)}
        rows={rows}
        onChange={(event) => change(event.target.value)}
        className={`${inputClasses} resize-y`}
      />
      {maxLength !== undefined && (
        <span aria-hidden className="self-end text-xs text-soft tabular-nums">
          {formatNumber((value ?? typed).length)} / {formatNumber(maxLength)}
        </span>
      )}
    </FieldFrame>
  )
}
