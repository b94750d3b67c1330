'use client'

import { Check } from 'lucide-react'
import { useId, type Ref } from 'react'
import { ChoiceFrame } from './choice-frame'
import type { FieldProps, Option } from './field-props'

type SegmentedControlProps<Value extends string> = FieldProps & {
  options: readonly Option<Value>[]
  value?: Value | null
  defaultValue?: Value
  onChange?: (value: Value) => void
  onBlur?: () => void
  name?: string
  ref?: Ref<HTMLInputElement>
}

const segment =
  'relative flex min-h-control min-w-control cursor-pointer items-center justify-center gap-1.5 rounded-control border border-edge bg-surface px-4 py-1.5 text-base text-ink select-none hover:bg-sunken active:bg-accent-soft has-checked:border-accent has-checked:bg-accent has-checked:font-semibold has-checked:text-on-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:opacity-50 terrain:text-lg'

/** One choice among two to eight, all in sight, one tap: radio buttons that look like buttons. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { options, value, defaultValue, onChange, onBlur, name, ref } = props
  const id = useId()
  return (
    <ChoiceFrame id={id} {...props}>
      <div className="flex flex-wrap gap-2">
        {options.map((option, index) => (
          <label key={option.value} className={segment}>
            <input
              type="radio"
              ref={index === 0 ? ref : undefined}
              name={name ?? id}
              value={option.value}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={() => onChange?.(option.value)}
              onBlur={onBlur}
              disabled={option.isDisabled}
              className="peer sr-only"
            />
            <Check aria-hidden className="hidden size-4 peer-checked:block" strokeWidth={3} />
            {option.label}
          </label>
        ))}
      </div>
    </ChoiceFrame>
  )
}
