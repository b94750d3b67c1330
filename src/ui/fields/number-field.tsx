'use client'

import { Minus, Plus } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField'
import { French } from '../french'
import { AriaLabel } from './aria-label'
import { AriaNotes } from './aria-notes'
import type { FieldProps } from './field-props'
import { boxClasses, fieldClasses } from './input-classes'

type NumberFieldProps = FieldProps &
  Omit<AriaNumberFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | keyof FieldProps> & {
    ref?: Ref<HTMLInputElement>
  }

const step =
  'flex min-w-control cursor-pointer items-center justify-center text-accent hover:bg-accent-soft disabled:opacity-40'

/** A number typed at a desk, written and read in French. Empty is `NaN`. On a tablet prefer Stepper. */
export function NumberField({ label, description, error, ref, ...props }: NumberFieldProps) {
  return (
    <French>
      <AriaNumberField
        validationBehavior="aria"
        {...props}
        isInvalid={error !== undefined}
        className={fieldClasses}
      >
        <AriaLabel isRequired={props.isRequired}>{label}</AriaLabel>
        <Group className={`${boxClasses} flex max-w-56 overflow-hidden`}>
          <Button slot="decrement" className={step}>
            <Minus aria-hidden className="size-4" />
          </Button>
          <Input
            ref={ref}
            className="w-full min-w-0 border-x border-line bg-transparent px-2 text-center tabular-nums outline-none"
          />
          <Button slot="increment" className={step}>
            <Plus aria-hidden className="size-4" />
          </Button>
        </Group>
        <AriaNotes description={description} error={error} />
      </AriaNumberField>
    </French>
  )
}
