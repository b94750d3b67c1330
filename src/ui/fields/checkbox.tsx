'use client'

import { Check, Minus } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import {
  CheckboxButton,
  CheckboxField,
  type CheckboxFieldProps as AriaCheckboxFieldProps,
} from 'react-aria-components/Checkbox'
import { FieldNotes } from './field-notes'

type CheckboxProps = Omit<
  AriaCheckboxFieldProps,
  'children' | 'className' | 'style' | 'isInvalid' | 'ref'
> & {
  children: ReactNode
  description?: ReactNode
  error?: string | undefined
  ref?: Ref<HTMLInputElement>
}

/** A yes or a no. The whole line can be pressed. */
export function Checkbox({ children, description, error, ref, ...props }: CheckboxProps) {
  return (
    <CheckboxField
      validationBehavior="aria"
      {...props}
      {...(ref === undefined ? {} : { inputRef: ref })}
      isInvalid={error !== undefined}
      className="flex flex-col gap-1"
    >
      <CheckboxButton className="group flex min-h-control cursor-pointer items-center gap-3 rounded-control text-base data-disabled:opacity-60 terrain:text-lg">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span
              aria-hidden
              className="flex size-5 shrink-0 items-center justify-center rounded-sm border-2 border-edge bg-surface text-on-accent group-data-selected:border-accent group-data-selected:bg-accent terrain:size-7"
            >
              {isIndeterminate ? (
                <Minus className="size-4 text-ink" />
              ) : (
                isSelected && <Check className="size-4 terrain:size-5" strokeWidth={3} />
              )}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
      <FieldNotes description={description} error={error} />
    </CheckboxField>
  )
}
