'use client'

import { Check } from 'lucide-react'
import type { Ref } from 'react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'
import { FieldLabel } from './field-label'
import { FieldNotes } from './field-notes'
import type { FieldProps, Option } from './field-props'
import { fieldClasses } from './input-classes'

type SegmentedControlProps<Value extends string> = FieldProps & {
  options: readonly Option<Value>[]
  value?: Value | null
  defaultValue?: Value
  onChange?: (value: Value) => void
  onBlur?: () => void
  name?: string
  ref?: Ref<HTMLDivElement>
}

const segment =
  'flex min-h-control min-w-control cursor-pointer items-center justify-center gap-1.5 rounded-control border border-edge bg-surface px-4 text-base text-ink hover:bg-sunken data-disabled:opacity-50 data-selected:border-accent data-selected:bg-accent data-selected:font-semibold data-selected:text-on-accent terrain:text-lg'

/** One choice among two to eight, all in sight, one tap: radio buttons that look like buttons. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, description, error, options, onChange, ...rest } = props
  function change(value: string) {
    const chosen = options.find((option) => option.value === value)
    if (chosen) onChange?.(chosen.value)
  }
  return (
    <RadioGroup
      validationBehavior="aria"
      orientation="horizontal"
      {...rest}
      onChange={change}
      isInvalid={error !== undefined}
      className={fieldClasses}
    >
      <FieldLabel isRequired={props.isRequired}>{label}</FieldLabel>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <RadioField key={option.value} value={option.value} isDisabled={option.isDisabled ?? false}>
            <RadioButton className={segment}>
              {({ isSelected }) => (
                <>
                  {isSelected && <Check aria-hidden className="size-4" strokeWidth={3} />}
                  {option.label}
                </>
              )}
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </RadioGroup>
  )
}
