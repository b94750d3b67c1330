'use client'

import type { Ref } from 'react'
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Checkbox } from './checkbox'
import { FieldLabel } from './field-label'
import { FieldNotes } from './field-notes'
import type { FieldProps, Option } from './field-props'
import { fieldClasses } from './input-classes'

type CheckboxGroupProps<Value extends string> = FieldProps & {
  options: readonly Option<Value>[]
  value?: Value[]
  defaultValue?: Value[]
  onChange?: (value: Value[]) => void
  onBlur?: () => void
  name?: string
  ref?: Ref<HTMLDivElement>
}

/** Several choices among few. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { label, description, error, options, onChange, ...rest } = props
  function change(values: string[]) {
    onChange?.(options.map((option) => option.value).filter((value) => values.includes(value)))
  }
  return (
    <AriaCheckboxGroup
      validationBehavior="aria"
      {...rest}
      onChange={change}
      isInvalid={error !== undefined}
      className={fieldClasses}
    >
      <FieldLabel isRequired={props.isRequired}>{label}</FieldLabel>
      <div className="flex flex-wrap gap-x-6">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            description={option.description}
          >
            {option.label}
          </Checkbox>
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </AriaCheckboxGroup>
  )
}
