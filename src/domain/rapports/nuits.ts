import { addDays, type CivilDate, fromParis } from '@/domain/commun/civil-date'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import type { Fait } from './fait'
import type { Periode } from './periode'

/** Nights to count, first and last included; none when `au` is before `du`. */
export type Nuits = { du: CivilDate; au: CivilDate }

/** Minute of the day after when a night is counted for places: 4 in the morning. The same hour stands in `rapport_places`. */
const COUNTED_AT = 4 * 60

/** The nights of a period that have come: begun, or, for what is counted at 4 in the morning, counted already. */
export function nightsToCount({ du, au }: Periode, { compteA4h }: Pick<Fait, 'compteA4h'>, now: Date): Nuits {
  const current = workDayOf(now)
  const isCounted = fromParis(addDays(current, 1), COUNTED_AT) <= now
  const last = compteA4h && !isCounted ? addDays(current, -1) : current
  return { du, au: au < last ? au : last }
}

/** Whether nights of the period are still to come. */
export function isUnfinished({ au }: Periode, now: Date): boolean {
  return au >= workDayOf(now)
}

/** From the first night of both to the last. */
export function spanOf(some: Nuits, others: Nuits): Nuits {
  return {
    du: some.du < others.du ? some.du : others.du,
    au: some.au > others.au ? some.au : others.au,
  }
}
