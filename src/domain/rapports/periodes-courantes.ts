import { addDays, type CivilDate, daysBetween } from '@/domain/commun/civil-date'
import { formatShortDate } from '@/domain/commun/format'
import { lastQuarter, parsePeriode, type Periode, periodeBetween } from './periode'

/** A period named from today, so that its address stays right tomorrow. */
export type PeriodeCourante = { code: string; nom: string }

const nightsOf: Readonly<Record<string, number>> = { nuit: 1, '7-nuits': 7, '30-nuits': 30, '90-nuits': 90 }

/** Periods that move with the day: whole nights that are over, and whole months, quarters and years. */
export const periodesCourantes: readonly PeriodeCourante[] = [
  { code: 'nuit', nom: 'La nuit dernière, de midi à midi' },
  { code: '7-nuits', nom: 'Les 7 dernières nuits' },
  { code: '30-nuits', nom: 'Les 30 dernières nuits' },
  { code: '90-nuits', nom: 'Les 90 dernières nuits' },
  { code: 'mois-dernier', nom: 'Le mois dernier' },
  { code: 'trimestre-dernier', nom: 'Le trimestre dernier' },
  { code: 'annee-derniere', nom: 'L’année dernière' },
]

/** What this code means on this day of work; null when it is none of `periodesCourantes`. */
export function resolveCourante(code: string, today: CivilDate): Periode | null {
  const named = calendarOf(code, today)
  if (named) return { ...named, code }
  const nights = Object.hasOwn(nightsOf, code) ? nightsOf[code] : undefined
  if (nights === undefined) return null
  const au = addDays(today, -1)
  if (nights === 1) return { code, libelle: `Nuit du ${formatShortDate(au)}`, du: au, au }
  return {
    code,
    libelle: `Les ${nights} nuits jusqu’au ${formatShortDate(au)}`,
    du: addDays(today, -nights),
    au,
  }
}

function calendarOf(code: string, today: CivilDate): Periode | null {
  switch (code) {
    case 'mois-dernier':
      return parsePeriode(addDays(today, -Number(today.slice(8))).slice(0, 7))
    case 'trimestre-dernier':
      return lastQuarter(today)
    case 'annee-derniere':
      return parsePeriode(String(Number(today.slice(0, 4)) - 1))
    default:
      return null
  }
}

/** The period just before: the month before a month, the quarter before a quarter, else as many nights. */
export function periodeBefore({ du, au }: Pick<Periode, 'du' | 'au'>): Periode {
  const eve = addDays(du, -1)
  for (const codeOf of calendarCodes) {
    const same = parsePeriode(codeOf(du))
    const before = parsePeriode(codeOf(eve))
    if (same?.du === du && same.au === au && before) return before
  }
  return periodeBetween(addDays(eve, -daysBetween(du, au)), eve)
}

const calendarCodes: readonly ((date: CivilDate) => string)[] = [
  (date) => date.slice(0, 7),
  (date) => `${date.slice(0, 4)}-T${Math.ceil(Number(date.slice(5, 7)) / 3)}`,
  (date) => date.slice(0, 4),
]

/** How a file names its period: its calendar code, or its two nights when the code says no date. */
export function periodeFileName({ code, du, au }: Periode): string {
  return parsePeriode(code) ? code : `${du}-${au}`
}
