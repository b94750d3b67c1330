import { z } from 'zod'
import { addDays, type CivilDate, fromParis, toParis } from '../commun/civil-date'
import { workDayBounds, workDayOf } from '../commun/jour-de-travail'

/** The hour out when none is written. Minutes since midnight, Europe/Paris. */
export const NOON = 12 * 60
const MS_PER_MINUTE = 60_000
/** Until 6 h one still comes in for the night that is ending; from 6 h on, « ce soir » is the coming one. */
const MORNING = 6 * 60

/**
 * How long one stays: days (`dureeMin`, `dureeMax`, `revueTousLes`, `preavis`), hours in and out as minutes since
 * midnight, Europe/Paris. Null: no limit, any hour. This is also what an orientation freezes in `regles`.
 */
export const regleSejourSchema = z.object({
  entree: z.number().int().min(0).max(1439).nullable(),
  sortie: z.number().int().min(0).max(1439).nullable(),
  dureeMin: z.number().int().min(0).nullable(),
  dureeMax: z.number().int().min(1).nullable(),
  renouvellements: z.number().int().min(0).nullable(),
  revueTousLes: z.number().int().min(1).nullable(),
  preavis: z.number().int().min(0).nullable(),
})
export type RegleSejour = z.infer<typeof regleSejourSchema>

/** No rule written: enter at any hour, no planned end. */
export const sansRegle: RegleSejour = {
  entree: null,
  sortie: null,
  dureeMin: null,
  dureeMax: null,
  renouvellements: null,
  revueTousLes: null,
  preavis: null,
}

/** The day of work whose night this instant serves: a morning from 6 h on serves the coming night. */
export function nightServed(instant: Date): CivilDate {
  return workDayOf(new Date(instant.getTime() + (NOON - MORNING) * MS_PER_MINUTE))
}

/** Noon after the night this instant serves: until then a hold or a stay concerns « ce soir ». The ladder in SQL has the same. */
export function endOfNightServed(instant: Date): Date {
  return workDayBounds(nightServed(instant)).to
}

/** When the stay is expected to begin: never before now, at the hour of entry when there is one. */
export function startOfStay(regle: RegleSejour, pourLe: CivilDate | null, now: Date): Date {
  const night = pourLe ?? nightServed(now)
  const entry = fromParis(night, regle.entree ?? (pourLe === null ? 0 : NOON))
  return entry > now ? entry : now
}

/**
 * When a stay that begins at `start` is planned to end, or null when nothing limits it. Days are days of work: one night
 * entered at 23 h or at 2 h ends at the same hour out, noon if none is written. A device of the day (hours in before hours
 * out, no length) ends the same day.
 */
export function endOfStay(regle: RegleSejour, start: Date): Date | null {
  const { entree, sortie, dureeMax } = regle
  if (dureeMax !== null) return fromParis(addDays(nightServed(start), dureeMax), sortie ?? NOON)
  if (entree === null || sortie === null || entree >= sortie) return null
  const today = fromParis(toParis(start).date, sortie)
  return today > start ? today : fromParis(addDays(toParis(start).date, 1), sortie)
}

/**
 * Until when the rule lets somebody stay who came in at `start`, or null when it sets no maximum. Never before `planned`: what was
 * promised is kept.
 */
export function latestEnd(regle: RegleSejour, start: Date, planned: Date | null): Date | null {
  if (regle.dureeMax === null) return null
  const limit = endOfStay(regle, start)
  return limit !== null && planned !== null && planned > limit ? planned : limit
}

/** First day one may leave as planned (« 18 mois au moins »), or null when no minimum is written. */
export function earliestEnd(regle: RegleSejour, start: Date): Date | null {
  return regle.dureeMin === null
    ? null
    : fromParis(addDays(nightServed(start), regle.dureeMin), regle.sortie ?? NOON)
}

/** Until when a place stays held: `dureeTenue` minutes from now, or from the planned entry when it is later. */
export function holdUntil(dureeTenue: number, start: Date, now: Date): Date {
  return new Date(Math.max(start.getTime(), now.getTime()) + dureeTenue * MS_PER_MINUTE)
}
