import { addDays, type CivilDate, civilDateSchema } from '../commun/civil-date'
import { workDayBounds } from '../commun/jour-de-travail'

/** How many nights the grid shows at once. */
export const NUITS_MONTREES = 14
/** The grid opens one night before tonight, so that who leaves this morning is still in sight. */
const NUITS_AVANT = 1
/** Rows of one page: beyond, one turns the page. */
export const PLACES_PAR_PAGE = 100

/** One night of the grid, from noon to noon in Paris: 23, 24 or 25 hours long. */
export type Nuit = { nuit: CivilDate; de: Date; a: Date }

/** The nights of the window that begins on `du`. */
export function nuitsDepuis(du: CivilDate, count = NUITS_MONTREES): Nuit[] {
  return Array.from({ length: count }, (_, index) => {
    const nuit = addDays(du, index)
    const { from, to } = workDayBounds(nuit)
    return { nuit, de: from, a: to }
  })
}

/** The first night of the window: the one asked for in the address, else just before tonight. */
export function premiereNuit(asked: unknown, tonight: CivilDate): CivilDate {
  const parsed = civilDateSchema.safeParse(asked)
  return parsed.success ? parsed.data : addDays(tonight, -NUITS_AVANT)
}

/** Something that takes a place between two instants; `fin` null: nobody knows until when. */
export type Duree = { debut: Date; fin: Date | null }

/**
 * The part of a night that something takes, in shares of that night from 0 to 1; null when it takes none.
 */
export function partDeNuit(
  { debut, fin }: Duree,
  { de, a }: Nuit,
): { gauche: number; largeur: number } | null {
  const from = Math.max(debut.getTime(), de.getTime())
  const to = Math.min(fin?.getTime() ?? Infinity, a.getTime())
  if (to <= from) return null
  const length = a.getTime() - de.getTime()
  return { gauche: (from - de.getTime()) / length, largeur: (to - from) / length }
}

/** Where a view of the grid stands: every view has its address. */
export type AdresseDeGrille = `/places/${string}?${string}`
