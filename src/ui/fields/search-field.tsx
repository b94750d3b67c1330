'use client'

import { Search } from 'lucide-react'
import { useId, type ComponentProps } from 'react'
import { controlProps, splitField } from './control-props'
import { FieldFrame } from './field-frame'
import type { FieldProps } from './field-props'
import { inputClasses } from './input-classes'

type SearchFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'id' | 'type' | 'onChange' | 'className' | 'disabled' | 'required'> & {
    onChange?: (value: string) => void
  }

/** A search that answers while one types; Escape clears it. In a filter bar use FilterSearch. */
export function SearchField(props: SearchFieldProps) {
  const { field, rest } = splitField(props)
  const { onChange, ...input } = rest
  const id = useId()
  return (
    <FieldFrame id={id} {...field}>
      <div className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-soft"
        />
        <input
          {...input}
          {...controlProps(id, field)}
          type="search"
          onChange={(event) => onChange?.(event.target.value)}
          className={`${inputClasses} pl-9`}
        />
      </div>
    </FieldFrame>
  )
}
