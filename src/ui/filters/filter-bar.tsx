import { ListFilter } from 'lucide-react'
import type { Route } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClasses } from '../button-classes'

type FilterBarProps<T extends string> = {
  /** The page's own path. */
  action: Route<T>
  label: string
  children: ReactNode
  /** Whether anything is filtered now: offers to see everything again. */
  isFiltered: boolean
  submitLabel?: string
  resetLabel?: string
}

/** Filters live in the query string, through a plain GET form: shareable, and working without JavaScript. */
export function FilterBar<T extends string>(props: FilterBarProps<T>) {
  const { action, label, children, isFiltered, submitLabel = 'Filtrer', resetLabel = 'Tout voir' } = props
  return (
    <search aria-label={label} data-no-print className="mb-4">
      <Form action={action} className="flex flex-wrap items-end gap-3">
        {children}
        <button type="submit" className={buttonClasses('secondary')}>
          <ListFilter aria-hidden />
          {submitLabel}
        </button>
        {isFiltered && (
          <Link href={{ pathname: action }} className={buttonClasses('quiet')}>
            {resetLabel}
          </Link>
        )}
      </Form>
    </search>
  )
}
