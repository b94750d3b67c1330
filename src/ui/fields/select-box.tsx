import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import type { Option } from './field-props'
import { inputClasses } from './input-classes'

type SelectBoxProps = Omit<ComponentProps<'select'>, 'className' | 'children'> & {
  options: readonly Option[]
  /** The choice of nothing, whose value is empty. */
  emptyLabel: string
}

/** The browser's own select in our clothes: it opens the device's own list, and works without JavaScript. */
export function SelectBox({ options, emptyLabel, ...props }: SelectBoxProps) {
  return (
    <div className="relative">
      <select {...props} className={`${inputClasses} cursor-pointer appearance-none pr-9`}>
        <option value="">{emptyLabel}</option>
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
  )
}
