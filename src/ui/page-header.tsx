import { ArrowLeft } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

type PageHeaderProps<T extends string> = {
  title: ReactNode
  /** One line under the title: what the page answers, or what the thing is. */
  lead?: ReactNode
  /** An AgeOf: how fresh the figures are. */
  age?: ReactNode
  actions?: ReactNode
  back?: { href: Route<T>; label: string }
}

/** The top of a page: where one is, how fresh it is, what one can do. */
export function PageHeader<T extends string>({ title, lead, age, actions, back }: PageHeaderProps<T>) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 flex-col gap-1">
        {back !== undefined && (
          <Link
            href={back.href}
            data-no-print
            className="inline-flex min-h-8 items-center gap-1.5 self-start text-sm font-medium"
          >
            <ArrowLeft aria-hidden className="size-4" />
            {back.label}
          </Link>
        )}
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className="text-2xl font-bold tracking-tight">{title}</h1>
          {age}
        </div>
        {lead !== undefined && <div className="max-w-prose text-soft">{lead}</div>}
      </div>
      {actions !== undefined && (
        <div data-no-print className="flex flex-wrap gap-3">
          {actions}
        </div>
      )}
    </div>
  )
}
