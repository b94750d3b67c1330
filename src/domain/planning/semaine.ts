import { addDays, type CivilDate, civilDateSchema, weekday } from '../commun/civil-date'

/** The Monday of the week a day belongs to. */
export function lundiDe(jour: CivilDate): CivilDate {
  return addDays(jour, 1 - weekday(jour))
}

/** The seven nights of a week, from its Monday. */
export function nuitsDe(lundi: CivilDate): CivilDate[] {
  return Array.from({ length: 7 }, (_, rang) => addDays(lundi, rang))
}

/** The week an address asks for, by any of its days; this one for an address that asks for none, or nonsense. */
export function readSemaine(text: string | string[] | undefined, today: CivilDate): CivilDate {
  const read = civilDateSchema.safeParse(text)
  return lundiDe(read.success ? read.data : today)
}
