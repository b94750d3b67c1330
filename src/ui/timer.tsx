'use client'

import { useSyncExternalStore } from 'react'
import { formatAge, formatShortDateTime } from '@/domain/commun/format'
import { readTick, subscribeToTick } from './tick'

type TimerProps = {
  /** ISO instant. */
  instant: string
  /** Once past, `until` says so. */
  direction: 'since' | 'until'
}

/** « depuis 12 min » or « encore 45 min », alive. Before JavaScript and in print, the hour itself. */
export function Timer({ instant, direction }: TimerProps) {
  const date = new Date(instant)
  const now = useSyncExternalStore(subscribeToTick, readTick, () => undefined)
  const exact = formatShortDateTime(date)
  const seconds = now === undefined ? undefined : (now - date.getTime()) / 1000
  const isLate = direction === 'until' && seconds !== undefined && seconds >= 0
  return (
    <time
      dateTime={instant}
      title={exact}
      className={`whitespace-nowrap ${isLate ? 'font-semibold text-warning' : ''}`}
    >
      {seconds === undefined ? exact : words(direction, seconds)}
    </time>
  )
}

function words(direction: TimerProps['direction'], seconds: number): string {
  if (direction === 'since') return `depuis ${formatAge(Math.max(0, seconds))}`
  return seconds < 0 ? `encore ${formatAge(-seconds)}` : `passé depuis ${formatAge(seconds)}`
}
