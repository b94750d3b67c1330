import { addDays, type CivilDate, fromParis, toParis } from './civil-date'

const NOON = 12 * 60

/**
 * The day of work an instant belongs to: from noon to noon, Europe/Paris. A round that starts on Monday at 22 h and ends on
 * Tuesday at 2 h belongs to Monday. The same rule stands in SQL (`maraudes_nuit`).
 */
export function workDayOf(instant: Date): CivilDate {
  const { date, minute } = toParis(instant)
  return minute < NOON ? addDays(date, -1) : date
}

/** Instants of a day of work, half-open: 23, 24 or 25 hours long, the clock changes included. */
export function workDayBounds(day: CivilDate): { from: Date; to: Date } {
  return { from: fromParis(day, NOON), to: fromParis(addDays(day, 1), NOON) }
}
