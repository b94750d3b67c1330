/**
 * Where a team has been, in cells of about 250 m, added up as it walks: no point, no path, no hour but the last. `derniere` is the
 * cell of the last position and its instant, in milliseconds.
 */
export type Parcours = {
  cellules: Record<string, { ms: number; passages: number }>
  derniere: { cellule: string; le: number } | null
}

/** Before the first position. */
export const PARCOURS_VIDE: Parcours = { cellules: {}, derniere: null }

/** Longer without a position, nobody knows where the team was: that time counts nowhere. */
const SILENCE_MS = 5 * 60_000
/** Cells of one round, at most (schema of the closing). */
const CELLULES_MAX = 500

/** The walk after one more position. The time since the last one was spent in the last cell. */
export function addPosition(parcours: Parcours, cellule: string, le: number): Parcours {
  const { derniere } = parcours
  const cellules = { ...parcours.cellules }
  const elapsed = derniere === null ? 0 : le - derniere.le
  const isKnown = derniere !== null && elapsed >= 0 && elapsed <= SILENCE_MS
  if (isKnown) cellules[derniere.cellule] = grown(cellules[derniere.cellule], elapsed, 0)
  const isEntering = !isKnown || derniere.cellule !== cellule
  cellules[cellule] = grown(cellules[cellule], 0, isEntering ? 1 : 0)
  return { cellules, derniere: { cellule, le } }
}

/** What the closing of the round says: cells, whole minutes, passages; the most visited first when there are too many. */
export function couvertureOf({
  cellules,
}: Parcours): { cellule: string; minutes: number; passages: number }[] {
  return Object.entries(cellules)
    .map(([cellule, { ms, passages }]) => ({
      cellule,
      minutes: Math.min(1440, Math.round(ms / 60_000)),
      passages: Math.min(1000, passages),
    }))
    .toSorted((one, other) => other.minutes - one.minutes || one.cellule.localeCompare(other.cellule))
    .slice(0, CELLULES_MAX)
}

function grown(known: { ms: number; passages: number } | undefined, ms: number, passages: number) {
  return { ms: (known?.ms ?? 0) + ms, passages: (known?.passages ?? 0) + passages }
}
