'use client'

import type { ReactNode } from 'react'
import { Form as AriaForm, type FormProps as AriaFormProps } from 'react-aria-components/Form'

type FormProps = Omit<AriaFormProps, 'className' | 'style' | 'children'> & {
  children: ReactNode
  className?: string
}

/** Errors come from our schemas, in French, by field (`validationErrors` for a server's answer), never from the browser. */
export function Form({ children, className = 'flex flex-col gap-4', ...props }: FormProps) {
  return (
    <AriaForm validationBehavior="aria" {...props} className={className}>
      {children}
    </AriaForm>
  )
}
