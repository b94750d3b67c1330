import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { Option } from '../fields/field-props'
import { inputClasses } from '../fields/input-classes'

type FilterSelectProps = {
  name: string
  label: string
  options: readonly Option[]
  value?: string | undefined
  /** The choice that filters nothing: « Toutes » */
  allLabel: string
}

/** One choice among a list, in a FilterBar: the browser's own select. */
export function FilterSelect({ name, label, options, value = '', allLabel }: FilterSelectProps) {
  const id = useId()
  return (
    <div className="flex min-w-40 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          key={value}
          name={name}
          defaultValue={value}
          className={`${inputClasses} cursor-pointer appearance-none pr-9`}
        >
          <option value="">{allLabel}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-soft"
        />
      </div>
    </div>
  )
}
