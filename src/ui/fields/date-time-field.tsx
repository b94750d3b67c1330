'use client'

import { DateField as AriaDateField } from 'react-aria-components/DateField'
import { dateTimeOfText } from './calendar-text'
import { French } from '../french'
import { AriaLabel } from './aria-label'
import { AriaNotes } from './aria-notes'
import type { FieldProps } from './field-props'
import { fieldClasses } from './input-classes'
import { Segments } from './segments'
import type { TextValueProps } from './text-value-props'

/** A day and an hour in Paris, `AAAA-MM-JJTHH:MM`, empty until whole. */
export function DateTimeField(props: FieldProps & TextValueProps) {
  const { label, description, error, value, defaultValue, onChange, ...rest } = props
  return (
    <French>
      <AriaDateField
        validationBehavior="aria"
        {...rest}
        {...(value === undefined ? {} : { value: dateTimeOfText(value) })}
        defaultValue={dateTimeOfText(defaultValue)}
        onChange={(date) => onChange?.(date?.toString().slice(0, 16) ?? '')}
        granularity="minute"
        hourCycle={24}
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
