import type { ReactNode } from 'react'

type FailureProps = {
  title: string
  /** What was kept. */
  kept: string
  /** What to do. */
  nextStep: string
  /** Opaque, for whoever reads the logs. */
  reference?: string | undefined
  actions: ReactNode
}

/** A whole page that cannot be shown: what happened, what was kept, what to do. */
export function Failure({ title, kept, nextStep, reference, actions }: FailureProps) {
  return (
    <div className="mx-auto flex w-full max-w-prose flex-col gap-3 py-10">
      <h1 className="text-2xl font-bold tracking-tight">{title}</h1>
      <p>{kept}</p>
      <p>{nextStep}</p>
      {reference !== undefined && (
        <p className="text-sm text-soft">
          Référence à donner : <code className="font-semibold text-ink">{reference}</code>
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-3">{actions}</div>
    </div>
  )
}
