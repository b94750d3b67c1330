'use client'

import { useId, useState } from 'react'
import { Checkbox } from './checkbox'
import { ChoiceFrame } from './choice-frame'
import type { FieldProps, Option } from './field-props'

type CheckboxGroupProps<Value extends string> = FieldProps & {
  options: readonly Option<Value>[]
  value?: readonly Value[]
  defaultValue?: readonly Value[]
  onChange?: (value: Value[]) => void
  name?: string
}

/** Several choices among few. The value keeps the order of the options. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { options, value, defaultValue = [], onChange, name } = props
  const id = useId()
  const [own, setOwn] = useState(defaultValue)
  const chosen = value ?? own
  function toggle(toggled: Value, isSelected: boolean) {
    const next = options
      .map((option) => option.value)
      .filter((each) => (each === toggled ? isSelected : chosen.includes(each)))
    setOwn(next)
    onChange?.(next)
  }
  return (
    <ChoiceFrame id={id} {...props}>
      <div className="flex flex-wrap gap-x-6">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            {...(name === undefined ? {} : { name })}
            value={option.value}
            isSelected={chosen.includes(option.value)}
            onChange={(isSelected) => toggle(option.value, isSelected)}
            isDisabled={option.isDisabled ?? false}
            description={option.description}
          >
            {option.label}
          </Checkbox>
        ))}
      </div>
    </ChoiceFrame>
  )
}
