import type { ReactNode } from 'react'
import { Logo } from './shell/logo'

type EmptyStateProps = {
  /** What is not there: « Aucune orientation en attente » */
  title: string
  /** Why, or what to do next. */
  children?: ReactNode
  action?: ReactNode
}

/** Nothing to show, and what one can do about it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-dashed border-edge px-6 py-10 text-center">
      <Logo className="mb-1 size-10 text-edge" />
      <p className="text-lg font-semibold">{title}</p>
      {children !== undefined && <div className="max-w-prose text-soft">{children}</div>}
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  )
}
