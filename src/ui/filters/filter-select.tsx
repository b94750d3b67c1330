import { useId } from 'react'
import type { Option } from '../fields/field-props'
import { SelectBox } from '../fields/select-box'

type FilterSelectProps = {
  name: string
  label: string
  options: readonly Option[]
  value?: string | undefined
  /** The choice that filters nothing: « Toutes » */
  allLabel: string
}

/** One choice among a list, in a FilterBar. */
export function FilterSelect({ name, label, options, value = '', allLabel }: FilterSelectProps) {
  const id = useId()
  return (
    <div className="flex min-w-40 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <SelectBox
        id={id}
        key={value}
        name={name}
        defaultValue={value}
        options={options}
        emptyLabel={allLabel}
      />
    </div>
  )
}
