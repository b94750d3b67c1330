import { z } from 'zod'
import type { EtatOccupation } from './place'
import { endOfNightServed } from './sejour'

/**
 * What a place is at an instant, now or in the past, derived, never stored; first match wins, in this order. The same ladder
 * stands in SQL (`etat_places_a`), and one fixture holds both to it.
 */
export const statutPlaceSchema = z.enum([
  'FERMEE',
  'OCCUPEE',
  'RESERVEE',
  'A_PREPARER',
  'RESERVEE_PLUS_TARD',
  'LIBRE',
])
export type StatutPlace = z.infer<typeof statutPlaceSchema>
/** The words of each state. */
export const libellesStatutPlace: Record<StatutPlace, string> = {
  FERMEE: 'Fermée',
  OCCUPEE: 'Occupée',
  RESERVEE: 'Réservée',
  A_PREPARER: 'À préparer',
  RESERVEE_PLUS_TARD: 'Libre, réservée plus tard',
  LIBRE: 'Libre',
}

/** A closure of the place or of its device. Half-open; `au` null: not known yet, `finPrevue` is only hoped for. */
export type Fermeture = { du: Date; au: Date | null; finPrevue: Date | null }

/**
 * A hold (with `expireLe`) or a stay of this place. `closeLe`: when a hold ceased to count, given back or honoured; `aPreparer`:
 * the departure left the place to be made ready.
 */
export type Occupation = {
  etat: EtatOccupation
  debut: Date
  fin: Date | null
  expireLe: Date | null
  creeLe: Date
  closeLe: Date | null
  aPreparer: boolean
}

/** All that decides the state of a place. `ouverte`: its device is open at that instant; `pretes`: each time it was made ready. */
export type FaitsPlace = {
  ouverte: boolean
  pretes: readonly Date[]
  fermetures: readonly Fermeture[]
  occupations: readonly Occupation[]
}

/**
 * `jusqua` is the hour a screen shows: end of the closure, planned end of the stay (in the past when it is overrun), hour until
 * which the place is held, or beginning of the later booking.
 */
export type EtatPlace = { statut: StatutPlace; jusqua: Date | null }

/**
 * The ladder. A stay not ended occupies even past its planned end: nobody has said that the person left. A hold past its hour
 * no longer counts. A hold for tonight counts as of now; one that begins after tonight leaves the place free tonight. Asked of a
 * past instant, it answers what the screen showed then: nothing it reads is overwritten.
 */
export function etatPlace(faits: FaitsPlace, now: Date): EtatPlace {
  const closure = currentClosure(faits, now)
  if (closure !== null) return { statut: 'FERMEE', jusqua: closure.au ?? closure.finPrevue }
  if (!faits.ouverte) return { statut: 'FERMEE', jusqua: null }
  const stay = faits.occupations.find((occupation) => isInside(occupation, now))
  if (stay) return { statut: 'OCCUPEE', jusqua: stay.fin }
  const hold = firstHold(faits, now)
  if (hold && hold.debut < endOfNightServed(now)) return { statut: 'RESERVEE', jusqua: hold.expireLe }
  if (awaitsPreparation(faits, now)) return { statut: 'A_PREPARER', jusqua: null }
  if (hold) return { statut: 'RESERVEE_PLUS_TARD', jusqua: hold.debut }
  return { statut: 'LIBRE', jusqua: null }
}

/** Of several closures, the one that lasts longest: the place opens when all are over. */
function currentClosure({ fermetures }: FaitsPlace, now: Date): Fermeture | null {
  const current = fermetures.filter(({ du, au }) => du <= now && (au === null || au > now))
  return current.toSorted((a, b) => lastDay(b) - lastDay(a))[0] ?? null
}

function lastDay({ au, finPrevue }: Fermeture): number {
  return au?.getTime() ?? finPrevue?.getTime() ?? Infinity
}

function isInside({ etat, debut, fin }: Occupation, now: Date): boolean {
  if (debut > now) return false
  return etat === 'EN_COURS' || (etat === 'TERMINEE' && fin !== null && fin > now)
}

/** The earliest of the holds that counted at that instant. */
function firstHold({ occupations }: FaitsPlace, now: Date): Occupation | undefined {
  return occupations
    .filter((occupation) => counts(occupation, now))
    .toSorted((a, b) => a.debut.getTime() - b.debut.getTime())[0]
}

function counts({ creeLe, expireLe, closeLe, fin }: Occupation, now: Date): boolean {
  if (expireLe === null || expireLe <= now || creeLe > now) return false
  return isAfter(closeLe, now) && isAfter(fin, now)
}

function isAfter(instant: Date | null, now: Date): boolean {
  return instant === null || instant > now
}

/** Somebody left, and nobody has said since that the place was ready. */
function awaitsPreparation({ pretes, occupations }: FaitsPlace, now: Date): boolean {
  return occupations.some(
    ({ aPreparer, fin }) =>
      aPreparer && fin !== null && fin <= now && !pretes.some((ready) => ready >= fin && ready <= now),
  )
}

/** A stay whose planned end is past: occupied, and to be confirmed. */
export function isOverrun({ statut, jusqua }: EtatPlace, now: Date): boolean {
  return statut === 'OCCUPEE' && jusqua !== null && jusqua <= now
}
