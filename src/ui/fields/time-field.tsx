'use client'

import { TimeField as AriaTimeField } from 'react-aria-components/TimeField'
import { timeOfText } from './calendar-text'
import { French } from '../french'
import { AriaLabel } from './aria-label'
import { AriaNotes } from './aria-notes'
import type { FieldProps } from './field-props'
import { fieldClasses } from './input-classes'
import { Segments } from './segments'
import type { TextValueProps } from './text-value-props'

/** An hour of the day in Paris, `HH:MM` on 24 hours, empty until whole. */
export function TimeField(props: FieldProps & TextValueProps) {
  const { label, description, error, value, defaultValue, onChange, ...rest } = props
  return (
    <French>
      <AriaTimeField
        validationBehavior="aria"
        {...rest}
        {...(value === undefined ? {} : { value: timeOfText(value) })}
        defaultValue={timeOfText(defaultValue)}
        onChange={(time) => onChange?.(time?.toString().slice(0, 5) ?? '')}
        hourCycle={24}
        shouldForceLeadingZeros
        isInvalid={error !== undefined}
        className={fieldClasses}
      >
        <AriaLabel isRequired={props.isRequired}>{label}</AriaLabel>
        <Segments />
        <AriaNotes description={description} error={error} />
      </AriaTimeField>
    </French>
  )
}
