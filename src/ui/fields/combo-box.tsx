'use client'

import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { French } from '../french'
import { AriaLabel } from './aria-label'
import { AriaNotes } from './aria-notes'
import type { FieldProps, Option } from './field-props'
import { boxClasses, fieldClasses } from './input-classes'
import { OptionList } from './option-list'

type ComboBoxProps<Value extends string> = FieldProps & {
  options: readonly Option<Value>[]
  value?: Value | null
  defaultValue?: Value
  onChange?: (value: Value | null) => void
  onBlur?: () => void
  name?: string
  placeholder?: string
  emptyText?: string
  ref?: Ref<HTMLInputElement>
}

/** One choice among many, found by typing any part of it, accents or not. */
export function ComboBox<Value extends string>(props: ComboBoxProps<Value>) {
  const {
    label,
    description,
    error,
    options,
    onChange,
    placeholder = '',
    emptyText = 'Rien de ce nom',
    ref,
    ...rest
  } = props
  function change(key: unknown) {
    onChange?.(options.find((option) => option.value === key)?.value ?? null)
  }
  return (
    <French>
      <AriaComboBox
        validationBehavior="aria"
        {...rest}
        formValue="key"
        defaultItems={options}
        onChange={change}
        allowsEmptyCollection
        isInvalid={error !== undefined}
        className={fieldClasses}
      >
        <AriaLabel isRequired={props.isRequired}>{label}</AriaLabel>
        <Group className={`${boxClasses} flex overflow-hidden`}>
          <Input
            ref={ref}
            placeholder={placeholder}
            className="w-full min-w-0 rounded-control bg-transparent px-3 outline-none placeholder:text-soft"
          />
          <Button className="flex min-w-control cursor-pointer items-center justify-center hover:bg-sunken">
            <ChevronDown aria-hidden className="size-4 text-soft" />
          </Button>
        </Group>
        <AriaNotes description={description} error={error} />
        <OptionList emptyText={emptyText} />
      </AriaComboBox>
    </French>
  )
}
