import { useId } from 'react'
import { inputClasses } from '../fields/input-classes'

type FilterSearchProps = { name: string; label: string; value?: string | undefined; placeholder?: string }

/** Words to look for, in a FilterBar. */
export function FilterSearch({ name, label, value = '', placeholder }: FilterSearchProps) {
  const id = useId()
  return (
    <div className="flex min-w-56 flex-1 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <input
        id={id}
        key={value}
        type="search"
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        className={inputClasses}
      />
    </div>
  )
}
