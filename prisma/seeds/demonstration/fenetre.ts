import { addDays, type CivilDate, fromParis, toParis } from '@/domain/commun/civil-date'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import { nightServed } from '@/domain/places/sejour'

/** How much is generated: 24 months, or 3 for the tests. Same code. */
export type Taille = 'complete' | 'petite'

const JOURS: Record<Taille, number> = { complete: 730, petite: 91 }
const MINUTE = 60_000
const JOUR = 24 * 60

/** What every generator receives: the seed of chance and the period, which ends at `now`. */
export type Fenetre = {
  graine: number
  now: Date
  /** the night under way, from noon to noon */
  ceSoir: CivilDate
  /** the night that beds serve now: from six in the morning on, already the coming one */
  nuitServie: CivilDate
  /** first night generated */
  depuis: CivilDate
  /** every night, tonight included */
  nuits: readonly CivilDate[]
}

export function openFenetre(now: Date, taille: Taille, graine: number): Fenetre {
  const ceSoir = workDayOf(now)
  const depuis = addDays(ceSoir, -JOURS[taille])
  const nuits = Array.from({ length: JOURS[taille] + 1 }, (_, index) => addDays(depuis, index))
  return { graine, now, ceSoir, nuitServie: nightServed(now), depuis, nuits }
}

export const plusMinutes = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * MINUTE)
export const minutesBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / MINUTE

type Jour = { debut: Date; demain: CivilDate; ordinaire: boolean }
// Hundreds of thousands of instants fall on a few hundred days: each day is worked out once.
const jours = new Map<CivilDate, Jour>()

function jourOf(date: CivilDate): Jour {
  const known = jours.get(date)
  if (known) return known
  const demain = addDays(date, 1)
  const debut = fromParis(date)
  const jour = { debut, demain, ordinaire: minutesBetween(debut, fromParis(demain)) === JOUR }
  jours.set(date, jour)
  return jour
}

/** An instant of a night: minutes since its midnight before, so that 1500 (25 h) is one in the morning. */
export function onNight(nuit: CivilDate, minute: number): Date {
  const { debut, demain, ordinaire } = jourOf(nuit)
  if (minute >= JOUR) return onNight(demain, minute - JOUR)
  return ordinaire ? plusMinutes(debut, minute) : fromParis(nuit, minute)
}

/** Half an hour of slack after the sixth hour of the evening: rounds and admissions are under way. */
export function isEvening(now: Date): boolean {
  const { minute } = toParis(now)
  return minute >= 18 * 60 + 30 || minute < 2 * 60
}

/** -1 in mid-January to 1 in mid-July. */
export function summer(nuit: CivilDate): number {
  const day = (Number(nuit.slice(5, 7)) - 1) * 30.4 + Number(nuit.slice(8))
  return -Math.cos(((day - 15) / 365) * 2 * Math.PI)
}
