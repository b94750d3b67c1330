import type { ReactNode } from 'react'

/** What every field takes. `error` is the sentence to show; absent, the field is valid. */
export type FieldProps = {
  label: ReactNode
  description?: ReactNode
  error?: string | undefined
  isRequired?: boolean
  isDisabled?: boolean
}

/** One choice of a closed list: `value` is the literal of the domain, `label` its French. */
export type Option<Value extends string = string> = {
  readonly value: Value
  readonly label: string
  readonly description?: string
  readonly isDisabled?: boolean
}
