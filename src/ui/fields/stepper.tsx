'use client'

import { Minus, Plus } from 'lucide-react'
import { useId } from 'react'
import { controlProps } from './control-props'
import { FieldNotes } from './field-notes'
import { useRepeatedPress } from './use-repeated-press'

type StepperProps = {
  label: string
  value: number
  onChange: (value: number) => void
  description?: string
  error?: string | undefined
  minValue?: number
  maxValue?: number
}

const stepClasses =
  'flex min-h-14 min-w-14 cursor-pointer items-center justify-center rounded-control border border-edge bg-surface text-accent select-none active:bg-accent active:text-on-accent disabled:cursor-not-allowed disabled:opacity-40'

/** A count made with the thumb: one tap adds one, a long press runs, and the number can be typed. */
export function Stepper(props: StepperProps) {
  const { label, value, onChange, description, error, minValue = 0, maxValue = 999 } = props
  const id = useId()
  function setTo(wanted: number) {
    const next = Math.min(maxValue, Math.max(minValue, wanted))
    if (next !== value) onChange(next)
    return next !== value
  }
  const less = useRepeatedPress((times) => setTo(value - times))
  const more = useRepeatedPress((times) => setTo(value + times))
  return (
    <div className="flex flex-col gap-1">
      <fieldset aria-labelledby={`${id}-label`} className="relative flex items-center gap-2">
        <label
          id={`${id}-label`}
          htmlFor={id}
          className="min-w-0 flex-1 text-base font-medium terrain:text-lg"
        >
          {label}
        </label>
        <button
          type="button"
          {...less}
          aria-label={`Retirer un : ${label}`}
          disabled={value <= minValue}
          className={stepClasses}
        >
          <Minus aria-hidden className="size-6" strokeWidth={2.5} />
        </button>
        <input
          {...controlProps(id, { description, error })}
          type="number"
          inputMode="numeric"
          min={minValue}
          max={maxValue}
          value={value}
          onChange={(event) => setTo(Math.trunc(event.target.valueAsNumber) || minValue)}
          onFocus={(event) => event.target.select()}
          className="h-14 w-20 [appearance:textfield] rounded-control bg-transparent text-center text-numeral font-bold tabular-nums [&::-webkit-inner-spin-button]:appearance-none"
        />
        <button
          type="button"
          {...more}
          aria-label={`Ajouter un : ${label}`}
          disabled={value >= maxValue}
          className={stepClasses}
        >
          <Plus aria-hidden className="size-6" strokeWidth={2.5} />
        </button>
        <output className="sr-only">
          {label} : {value}
        </output>
      </fieldset>
      <FieldNotes id={id} description={description} error={error} />
    </div>
  )
}
