import type { StatutOrientation } from '../orientations/statuts'

/** A mistake is seen the same night or the next morning: after a day, other things have followed. */
const DELAI_MS = 24 * 3_600_000

/** Whether an act of that instant can still be undone; null: it was never done. */
export function isUndoable(doneAt: Date | null, now: Date): boolean {
  return doneAt !== null && now.getTime() - doneAt.getTime() <= DELAI_MS
}

/**
 * What a request becomes again when the act at the place is undone. Not a passage: nobody decides anything, the act never took
 * place; the event is kept all the same.
 */
export const retours = {
  DEPART: { de: 'CLOSE', vers: 'ARRIVEE' },
  ARRIVEE: { de: 'ARRIVEE', vers: 'ACCEPTEE' },
} as const satisfies Record<string, { de: StatutOrientation; vers: StatutOrientation }>
export type Retour = keyof typeof retours
