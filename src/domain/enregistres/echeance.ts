import { z } from 'zod'
import { addDays, type CivilDate, civilDate, fromParis, toParis } from '@/domain/commun/civil-date'
import { parsePeriode, type Periode } from '@/domain/rapports/periode'

/** Closed list, equal to PostgreSQL's `rythme_rapport`. */
export const rythmeRapportSchema = z.enum(['MOIS', 'TRIMESTRE'])
export type RythmeRapport = z.infer<typeof rythmeRapportSchema>

export const libellesRythme: Record<RythmeRapport, string> = {
  MOIS: 'Chaque mois',
  TRIMESTRE: 'Chaque trimestre',
}

/** Minute of the day, in Paris, when a due date falls. The same hour stands in SQL (`programmer_envois`). */
const DUE_AT = 8 * 60

/** The period that a due date closes: the month or the quarter that ended the night before. */
export function periodeOfEcheance(rythme: RythmeRapport, echeance: CivilDate): Periode {
  const last = addDays(echeance, -1)
  const code =
    rythme === 'MOIS' ? last.slice(0, 7) : `${last.slice(0, 4)}-T${Math.ceil(Number(last.slice(5, 7)) / 3)}`
  const periode = parsePeriode(code)
  if (!periode) throw new RangeError(`Aucune période ne finit avant le ${echeance}`)
  return periode
}

/** When the next link is sent: the first of a month or of a quarter, at 8 in the morning, in summer time or not. */
export function nextEcheance(rythme: RythmeRapport, now: Date): Date {
  const { date } = toParis(now)
  const first = firstOf(rythme, date)
  const due = fromParis(first, DUE_AT)
  return due > now ? due : fromParis(firstOf(rythme, addDays(first, rythme === 'MOIS' ? 31 : 92)), DUE_AT)
}

/** The first day of the month or quarter that holds this one. */
function firstOf(rythme: RythmeRapport, date: CivilDate): CivilDate {
  const month = Number(date.slice(5, 7))
  const first = rythme === 'MOIS' ? month : month - ((month - 1) % 3)
  return civilDate(`${date.slice(0, 4)}-${String(first).padStart(2, '0')}-01`)
}
