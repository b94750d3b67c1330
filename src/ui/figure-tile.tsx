import type { ReactNode } from 'react'

type FigureTileProps = {
  label: string
  /** Already written in French: « 1 234,5 », « 2 h 05 ». */
  value: ReactNode
  note?: ReactNode
}

/** One large figure with what it counts. */
export function FigureTile({ label, value, note }: FigureTileProps) {
  return (
    <dl className="flex min-w-0 flex-col rounded-card border border-line bg-surface px-4 py-3 shadow-card">
      <dt className="text-sm font-medium text-soft">{label}</dt>
      <dd className="text-numeral font-bold tracking-tight tabular-nums">{value}</dd>
      {note !== undefined && <dd className="text-sm text-soft">{note}</dd>}
    </dl>
  )
}
