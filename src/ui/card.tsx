import type { ReactNode } from 'react'

type CardProps = {
  title?: ReactNode
  /** Under the title, in small: an age, a count. */
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string
}

/** A block that stands by itself, with its own heading and actions. */
export function Card({ title, note, actions, children, className = '' }: CardProps) {
  return (
    <section
      className={`flex min-w-0 flex-col gap-3 rounded-card border border-line bg-surface p-4 shadow-card sm:p-5 ${className}`}
    >
      {(title !== undefined || actions !== undefined) && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            {title !== undefined && <h2 className="text-lg font-bold">{title}</h2>}
            {note !== undefined && <div className="text-sm text-soft">{note}</div>}
          </div>
          {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
