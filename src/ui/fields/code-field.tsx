import type { ComponentProps } from 'react'
import { TextField } from './text-field'

type CodeFieldProps = Omit<ComponentProps<typeof TextField>, 'name' | 'placeholder' | 'spellCheck'>

/** The code of a person, as it is said or read off a paper; sent as `code`. */
export function CodeField(props: CodeFieldProps) {
  return <TextField {...props} name="code" placeholder="K7-PQ3" autoComplete="off" spellCheck={false} />
}
