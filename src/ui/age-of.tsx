'use client'

import { History } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { formatAge, formatShortDateTime } from '@/domain/commun/format'
import { readTick, subscribeToTick } from './tick'

type AgeOfProps = {
  /** ISO instant of the last confirmation. */
  since: string
  /** What is that old: « à jour », « confirmé ». */
  prefix?: string
  /** Beyond, the age is shown as doubtful. Seconds. */
  staleAfter?: number
}

/** « à jour il y a 12 s », alive. Before JavaScript, and in print, the hour itself. */
export function AgeOf({ since, prefix = 'à jour', staleAfter = Number.POSITIVE_INFINITY }: AgeOfProps) {
  const instant = new Date(since)
  const now = useSyncExternalStore(subscribeToTick, readTick, () => undefined)
  const seconds = now === undefined ? undefined : (now - instant.getTime()) / 1000
  const isStale = seconds !== undefined && seconds > staleAfter
  const exact = formatShortDateTime(instant)
  return (
    <span
      className={`inline-flex items-center gap-1 text-sm whitespace-nowrap ${isStale ? 'font-semibold text-warning' : 'text-soft'}`}
    >
      {isStale && <History aria-hidden className="size-4" />}
      {prefix}{' '}
      <time dateTime={since} title={exact}>
        <span className="print:hidden">
          {seconds === undefined ? `le ${exact}` : `il y a ${formatAge(seconds)}`}
        </span>
        <span aria-hidden className="hidden print:inline">
          le {exact}
        </span>
      </time>
      {isStale && <span className="sr-only">(à confirmer)</span>}
    </span>
  )
}
