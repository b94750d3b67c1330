import type { Ref } from 'react'

/** A field whose value travels as text, as forms, schemas and query strings want it. Empty text is no value. */
export type TextValueProps = {
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  name?: string
  ref?: Ref<HTMLDivElement>
}
