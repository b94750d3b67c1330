import type { ComponentProps } from 'react'

/** Errors come from our schemas, in French, beside their field: the browser's own are switched off. */
export function Form({ className = 'flex flex-col gap-4', ...props }: ComponentProps<'form'>) {
  return <form noValidate {...props} className={className} />
}
