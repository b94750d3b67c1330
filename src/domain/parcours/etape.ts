import { addDays, type CivilDate, daysBetween, fromParis, toParis } from '../commun/civil-date'
import type { RegleSejour } from '../places/sejour'

/** A stay as its rule looks at it. `derniereRevue`: the last review, or null when there was none. */
export type SejourVu = { debut: Date; fin: Date | null; derniereRevue: Date | null }

/** How a stay stands against its rule. Days are calendar days in Paris; dates are the first instant of the day, or null. */
export type EtapePresente = {
  jours: number
  /** day from which one may leave as planned (« 18 mois au moins »), and days until it */
  minimumLe: Date | null
  joursAvantMinimum: number | null
  /** planned end of the stay, and days left: 0 the last day, negative past it */
  finLe: Date | null
  joursRestants: number | null
  revueLe: Date | null
  revueEnRetard: boolean
  /** day from which the end must be told */
  preavisLe: Date | null
  preavisOuvert: boolean
}

/** The present step against its rule: minimum, end, next review, notice. */
export function etapePresente(sejour: SejourVu, regle: RegleSejour, now: Date): EtapePresente {
  const today = toParis(now).date
  const start = toParis(sejour.debut).date
  const lastReview = toParis(sejour.derniereRevue ?? sejour.debut).date
  const end = sejour.fin === null ? null : toParis(sejour.fin).date
  const minimum = shifted(start, regle.dureeMin)
  const review = shifted(lastReview, regle.revueTousLes)
  const notice = shifted(end, regle.preavis === null ? null : -regle.preavis)
  return {
    jours: daysBetween(start, today),
    minimumLe: instantOf(minimum),
    joursAvantMinimum: minimum === null ? null : Math.max(0, daysBetween(today, minimum)),
    finLe: sejour.fin,
    joursRestants: end === null ? null : daysBetween(today, end),
    revueLe: instantOf(review),
    revueEnRetard: isReached(review, today),
    preavisLe: instantOf(notice),
    preavisOuvert: isReached(notice, today),
  }
}

function shifted(day: CivilDate | null, days: number | null): CivilDate | null {
  return day === null || days === null ? null : addDays(day, days)
}

function instantOf(day: CivilDate | null): Date | null {
  return day === null ? null : fromParis(day)
}

function isReached(day: CivilDate | null, today: CivilDate): boolean {
  return day !== null && day <= today
}
