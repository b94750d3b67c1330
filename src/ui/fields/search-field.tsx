'use client'

import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { FieldLabel } from './field-label'
import { FieldNotes } from './field-notes'
import type { FieldProps } from './field-props'
import { boxClasses, fieldClasses } from './input-classes'

type SearchFieldProps = FieldProps & {
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onSubmit?: (value: string) => void
  name?: string
  placeholder?: string
  ref?: Ref<HTMLInputElement>
}

/** A search that answers while one types; Escape clears it. In a filter bar use FilterSearch. */
export function SearchField({
  label,
  description,
  error,
  placeholder = '',
  ref,
  ...props
}: SearchFieldProps) {
  return (
    <AriaSearchField
      validationBehavior="aria"
      {...props}
      isInvalid={error !== undefined}
      className={`group ${fieldClasses}`}
    >
      <FieldLabel>{label}</FieldLabel>
      <Group className={`${boxClasses} flex items-center overflow-hidden`}>
        <Search aria-hidden className="ml-3 size-4 shrink-0 text-soft" />
        <Input
          ref={ref}
          placeholder={placeholder}
          className="w-full min-w-0 rounded-control bg-transparent px-2 outline-none placeholder:text-soft [&::-webkit-search-cancel-button]:hidden"
        />
        <Button className="flex min-h-control min-w-control cursor-pointer items-center justify-center group-data-empty:hidden hover:bg-sunken">
          <X aria-hidden className="size-4 text-soft" />
        </Button>
      </Group>
      <FieldNotes description={description} error={error} />
    </AriaSearchField>
  )
}
