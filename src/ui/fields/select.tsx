'use client'

import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { FieldLabel } from './field-label'
import { FieldNotes } from './field-notes'
import type { FieldProps, Option } from './field-props'
import { boxClasses, fieldClasses } from './input-classes'
import { OptionList } from './option-list'

type SelectProps<Value extends string> = FieldProps & {
  options: readonly Option<Value>[]
  value?: Value | null
  defaultValue?: Value
  onChange?: (value: Value | null) => void
  onBlur?: () => void
  name?: string
  placeholder?: string
  ref?: Ref<HTMLButtonElement>
}

/** One choice among few (up to about fifteen); beyond, ComboBox. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, description, error, options, onChange, ref, placeholder = 'Choisir', ...rest } = props
  function change(key: unknown) {
    onChange?.(options.find((option) => option.value === key)?.value ?? null)
  }
  return (
    <AriaSelect
      validationBehavior="aria"
      {...rest}
      onChange={change}
      placeholder={placeholder}
      isInvalid={error !== undefined}
      className={`group ${fieldClasses}`}
    >
      <FieldLabel isRequired={props.isRequired}>{label}</FieldLabel>
      <Button
        ref={ref}
        className={`${boxClasses} flex cursor-pointer items-center justify-between gap-2 px-3 text-left group-data-invalid:border-danger hover:bg-sunken`}
      >
        <SelectValue className="truncate data-placeholder:text-soft" />
        <ChevronDown aria-hidden className="size-4 shrink-0 text-soft" />
      </Button>
      <FieldNotes description={description} error={error} />
      <OptionList options={options} />
    </AriaSelect>
  )
}
