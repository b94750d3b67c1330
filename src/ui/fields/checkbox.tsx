'use client'

import { useId, type ReactNode, type Ref } from 'react'
import { CheckMark } from './check-mark'
import { controlProps } from './control-props'
import { FieldNotes } from './field-notes'

type CheckboxProps = {
  children: ReactNode
  description?: ReactNode
  error?: string | undefined
  isSelected?: boolean
  defaultSelected?: boolean
  onChange?: (isSelected: boolean) => void
  onBlur?: () => void
  name?: string
  value?: string
  isRequired?: boolean
  isDisabled?: boolean
  ref?: Ref<HTMLInputElement>
}

/** A yes or a no. The whole line can be pressed. */
export function Checkbox(props: CheckboxProps) {
  const { children, description, error, isSelected, defaultSelected, onChange, onBlur, name, value, ref } =
    props
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label className="relative flex min-h-control cursor-pointer items-center gap-3 text-base has-disabled:cursor-not-allowed has-disabled:opacity-60 terrain:text-lg">
        <input
          {...controlProps(id, props)}
          type="checkbox"
          ref={ref}
          name={name}
          value={value}
          checked={isSelected}
          defaultChecked={defaultSelected}
          onChange={(event) => onChange?.(event.target.checked)}
          onBlur={onBlur}
          className="peer sr-only"
        />
        <CheckMark />
        {children}
      </label>
      <FieldNotes id={id} description={description} error={error} />
    </div>
  )
}
