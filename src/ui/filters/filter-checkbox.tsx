import { CheckMark } from '../fields/check-mark'

type FilterCheckboxProps = { name: string; label: string; isChecked: boolean; value?: string }

/** A yes in a FilterBar; unchecked, it is absent from the address. */
export function FilterCheckbox({ name, label, isChecked, value = 'oui' }: FilterCheckboxProps) {
  return (
    <label className="relative flex min-h-control cursor-pointer items-center gap-2.5 px-1">
      <input
        key={String(isChecked)}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isChecked}
        className="peer sr-only"
      />
      <CheckMark />
      {label}
    </label>
  )
}
