'use client'

import { useId, type Ref } from 'react'
import { controlProps, splitField } from './control-props'
import { FieldFrame } from './field-frame'
import type { FieldProps, Option } from './field-props'
import { SelectBox } from './select-box'

type SelectProps<Value extends string> = FieldProps & {
  options: readonly Option<Value>[]
  value?: Value | null
  defaultValue?: Value
  onChange?: (value: Value | null) => void
  onBlur?: () => void
  name?: string
  placeholder?: string
  ref?: Ref<HTMLSelectElement>
}

/** One choice among few (up to about twenty); beyond, ComboBox. Nothing chosen is `null`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { field, rest } = splitField(props)
  const { options, value, onChange, placeholder = 'Choisir', ...box } = rest
  const id = useId()
  return (
    <FieldFrame id={id} {...field}>
      <SelectBox
        {...box}
        {...controlProps(id, field)}
        {...(value === undefined ? {} : { value: value ?? '' })}
        options={options}
        emptyLabel={placeholder}
        onChange={(event) =>
          onChange?.(options.find((option) => option.value === event.target.value)?.value ?? null)
        }
      />
    </FieldFrame>
  )
}
