import { toParis } from '@/domain/commun/civil-date'
import { formatShortDate } from '@/domain/commun/format'

/** The day of an instant in Paris, with its year: « 23/11/2026 ». */
export function jourDe(instant: Date): string {
  return formatShortDate(toParis(instant).date)
}
