import { addDays, type CivilDate, fromParis, toParis, weekday } from '../commun/civil-date'

/**
 * Weekly opening. `jour` 1 Monday to 7 Sunday; minutes since midnight, Europe/Paris; `ferme` past 1440 when the night is crossed.
 * Valid from `du` (included) to `au` (excluded); null: without bound.
 */
export type Plage = {
  jour: number
  ouvre: number
  ferme: number
  du: CivilDate | null
  au: CivilDate | null
}

/** What replaces the weekly opening on one day: other hours, or closed (both null). */
export type ExceptionHoraire = {
  jour: CivilDate
  ouvre: number | null
  ferme: number | null
  motif: string
}

export type Horaires = { plages: readonly Plage[]; exceptions: readonly ExceptionHoraire[] }

/** Minutes since midnight, `ferme` may pass 1440. */
export type Creneau = { ouvre: number; ferme: number }

/** Open or closed, until when. `jusqua` null: no change within the horizon, 35 days. INCONNU: no hours are known. */
export type EtatOuverture =
  { etat: 'OUVERT'; jusqua: Date | null } | { etat: 'FERME'; jusqua: Date | null } | { etat: 'INCONNU' }

const HORIZON_DAYS = 35

type Interval = { from: number; to: number }

/** Openings of one day, exceptions applied, in order. */
export function creneauxDuJour({ plages, exceptions }: Horaires, day: CivilDate): Creneau[] {
  const exception = exceptions.find(({ jour }) => jour === day)
  if (exception !== undefined) {
    const { ouvre, ferme } = exception
    return ouvre === null || ferme === null ? [] : [{ ouvre, ferme }]
  }
  return plages
    .filter((plage) => plage.jour === weekday(day) && isValidOn(plage, day))
    .map(({ ouvre, ferme }) => ({ ouvre, ferme }))
    .toSorted((a, b) => a.ouvre - b.ouvre)
}

/**
 * Whether the doors are open at this instant. Bounds are instants: an opening that crosses a clock change lasts what the clock
 * on the wall says. The same rule stands in SQL (`structure_ouverte`).
 */
export function isOpen(horaires: Horaires, instant: Date): boolean {
  const time = instant.getTime()
  return around(horaires, instant).some(({ from, to }) => from <= time && time < to)
}

/** Open or closed at this instant, and the next change. Openings that touch are one: midnight does not close a night shelter. */
export function etatOuverture(horaires: Horaires, instant: Date): EtatOuverture {
  if (horaires.plages.length === 0 && horaires.exceptions.length === 0) return { etat: 'INCONNU' }
  const time = instant.getTime()
  const current = around(horaires, instant).filter(({ from, to }) => from <= time && time < to)
  if (current.length > 0) return { etat: 'OUVERT', jusqua: closing(horaires, instant, current) }
  return { etat: 'FERME', jusqua: opening(horaires, instant) }
}

/** Hours of the site itself; when it states none, those of all its devices together. */
export function plagesDuSite<P extends Plage & { dispositifId: string | null }>(plages: readonly P[]): P[] {
  const own = plages.filter(({ dispositifId }) => dispositifId === null)
  return own.length > 0 ? own : [...plages]
}

function isValidOn({ du, au }: Plage, day: CivilDate): boolean {
  return (du === null || du <= day) && (au === null || day < au)
}

function intervalsOf(horaires: Horaires, day: CivilDate): Interval[] {
  return creneauxDuJour(horaires, day).map(({ ouvre, ferme }) => ({
    from: fromParis(day, ouvre).getTime(),
    to: fromParis(day, ferme).getTime(),
  }))
}

// Yesterday too: its opening may pass midnight.
function around(horaires: Horaires, instant: Date): Interval[] {
  const { date } = toParis(instant)
  return [...intervalsOf(horaires, addDays(date, -1)), ...intervalsOf(horaires, date)]
}

function closing(horaires: Horaires, instant: Date, current: readonly Interval[]): Date | null {
  const { date } = toParis(instant)
  let end = Math.max(...current.map(({ to }) => to))
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const dayEnd = fromParis(addDays(date, ahead), 1440).getTime()
    for (const { from, to } of intervalsOf(horaires, addDays(date, ahead))) {
      if (from <= end && to > end) end = to
    }
    if (end < dayEnd) return new Date(end)
  }
  return null
}

function opening(horaires: Horaires, instant: Date): Date | null {
  const { date } = toParis(instant)
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const next = intervalsOf(horaires, addDays(date, ahead)).find(({ from }) => from > instant.getTime())
    if (next !== undefined) return new Date(next.from)
  }
  return null
}
