import 'server-only'
import { withoutViewer } from '@/db/transaction'
import { addDays, toDatabaseDate, toParis } from '@/domain/commun/civil-date'

const KEPT_DAYS = 2 * 365

/** Where teams walked is kept two years: beyond, it tells nothing of where they no longer go. */
export async function forgetOldCoverage(now: Date): Promise<void> {
  const before = toDatabaseDate(addDays(toParis(now).date, -KEPT_DAYS))
  await withoutViewer((tx) => tx.$executeRaw`SELECT effacer_couvertures(${before}::date)`)
}
