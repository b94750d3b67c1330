'use client'

import { DateField as AriaDateField } from 'react-aria-components/DateField'
import { dateOfText } from './calendar-text'
import { French } from '../french'
import { AriaLabel } from './aria-label'
import { AriaNotes } from './aria-notes'
import type { FieldProps } from './field-props'
import { fieldClasses } from './input-classes'
import { Segments } from './segments'
import type { TextValueProps } from './text-value-props'

type DateFieldProps = FieldProps &
  TextValueProps & {
    /** First and last day accepted, `AAAA-MM-JJ`. */
    min?: string
    max?: string
  }

/** A civil date `AAAA-MM-JJ`, empty until it is whole; written « jj/mm/aaaa » whatever the browser's language. */
export function DateField(props: DateFieldProps) {
  const { label, description, error, value, defaultValue, onChange, min, max, ...rest } = props
  return (
    <French>
      <AriaDateField
        validationBehavior="aria"
        {...rest}
        {...(value === undefined ? {} : { value: dateOfText(value) })}
        defaultValue={dateOfText(defaultValue)}
        onChange={(date) => onChange?.(date?.toString() ?? '')}
        minValue={dateOfText(min)}
        maxValue={dateOfText(max)}
        shouldForceLeadingZeros
        isInvalid={error !== undefined}
        className={fieldClasses}
      >
        <AriaLabel isRequired={props.isRequired}>{label}</AriaLabel>
        <Segments />
        <AriaNotes description={description} error={error} />
      </AriaDateField>
    </French>
  )
}
