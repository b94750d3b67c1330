import { addDays, type CivilDate, civilDate, civilDateSchema, daysBetween } from '@/domain/commun/civil-date'
import { formatShortDate } from '@/domain/commun/format'

/** A run of nights (days of work, noon to noon), first and last included. `code` is what the address of a report says. */
export type Periode = { code: string; libelle: string; du: CivilDate; au: CivilDate }

/** The first night a round can belong to: the base refuses older ones. */
export const FIRST_NIGHT = civilDate('2020-01-01')

/** Nights a report may cover: five years. */
export const LONGEST = 1827

/** The code of two dates chosen by hand. */
export const CHOSEN_DATES = 'dates'

const mois = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
] // prettier-ignore

/** Reads `2026`, `2026-T3` or `2026-09`; null when it is none of these. */
export function parsePeriode(code: string): Periode | null {
  const match = /^(20\d\d)(?:-(?:T([1-4])|(0[1-9]|1[0-2])))?$/.exec(code)
  if (!match) return null
  const [, annee = '', trimestre, numero] = match
  if (trimestre !== undefined) return trimestreOf(Number(annee), Number(trimestre))
  if (numero !== undefined) return moisOf(Number(annee), Number(numero))
  return { code, libelle: `Année ${annee}`, du: civilDate(`${annee}-01-01`), au: civilDate(`${annee}-12-31`) }
}

/** Nights from one date to another, both included. */
export function periodeBetween(du: CivilDate, au: CivilDate): Periode {
  const libelle =
    du === au ? `Nuit du ${formatShortDate(du)}` : `Nuits du ${formatShortDate(du)} au ${formatShortDate(au)}`
  return { code: CHOSEN_DATES, libelle, du, au }
}

/** The quarter that ended last before this day: what a quarterly report is usually about. */
export function lastQuarter(today: CivilDate): Periode {
  return proposedQuarters(today)[1] ?? trimestreOf(yearOf(today), 1)
}

/** Periods to choose from: this quarter and the eight before, this month and the eleven before, this year and the two before. */
export function proposedPeriodes(today: CivilDate): readonly Periode[] {
  const months = Array.from({ length: 12 }, (_, back) => {
    const index = yearOf(today) * 12 + monthOf(today) - 1 - back
    return moisOf(Math.floor(index / 12), (index % 12) + 1)
  })
  const years = [0, 1, 2].flatMap((back) => parsePeriode(String(yearOf(today) - back)) ?? [])
  return [...proposedQuarters(today), ...months, ...years].filter(({ du }) => du >= FIRST_NIGHT)
}

/** Reads two dates given by hand, or says in French what is wrong with them. */
export function readDates(
  du: string,
  au: string,
): { ok: true; periode: Periode } | { ok: false; faute: string } {
  if (du === '' || au === '') return faute('Donnez la première et la dernière nuit.')
  const first = civilDateSchema.safeParse(du)
  const last = civilDateSchema.safeParse(au)
  if (!first.success || first.data < FIRST_NIGHT) {
    return faute(
      `« ${shortened(du)} » n’est pas une première nuit possible : Maillage compte à partir du 1er janvier 2020.`,
    )
  }
  if (!last.success) return faute(`« ${shortened(au)} » n’est pas une date.`)
  if (last.data < first.data) return faute('La dernière nuit est avant la première.')
  if (daysBetween(first.data, last.data) > LONGEST) return faute('Une période couvre cinq ans au plus.')
  return { ok: true, periode: periodeBetween(first.data, last.data) }
}

/** What somebody wrote, cut to what a message can hold. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function faute(message: string) {
  return { ok: false as const, faute: message }
}

function proposedQuarters(today: CivilDate): readonly Periode[] {
  return Array.from({ length: 9 }, (_, back) => {
    const index = yearOf(today) * 4 + Math.ceil(monthOf(today) / 3) - 1 - back
    return trimestreOf(Math.floor(index / 4), (index % 4) + 1)
  })
}

function trimestreOf(annee: number, trimestre: number): Periode {
  const du = firstOfMonth(annee, trimestre * 3 - 2)
  const libelle = `${trimestre === 1 ? '1er' : `${trimestre}e`} trimestre ${annee}`
  return { code: `${annee}-T${trimestre}`, libelle, du, au: lastOfMonth(annee, trimestre * 3) }
}

function moisOf(annee: number, numero: number): Periode {
  const nom = mois[numero - 1] ?? ''
  const libelle = `${nom.charAt(0).toUpperCase()}${nom.slice(1)} ${annee}`
  return {
    code: `${annee}-${two(numero)}`,
    libelle,
    du: firstOfMonth(annee, numero),
    au: lastOfMonth(annee, numero),
  }
}

function firstOfMonth(annee: number, numero: number): CivilDate {
  return civilDate(`${annee}-${two(numero)}-01`)
}

function lastOfMonth(annee: number, numero: number): CivilDate {
  return addDays(numero === 12 ? firstOfMonth(annee + 1, 1) : firstOfMonth(annee, numero + 1), -1)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4))
}

function monthOf(date: CivilDate): number {
  return Number(date.slice(5, 7))
}
