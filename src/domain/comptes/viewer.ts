import type { z } from 'zod'
import type { Titre } from './roles'

/** One role held, on one structure or (null) on the whole of the account's organisation. */
export type Attribution = { role: Titre; structureId: string | null }

/**
 * Who reads or acts. Minted only in `src/auth` (and by tests), from a session checked against the base, so that forgetting
 * the scope is a type error.
 */
export type Viewer = z.$brand<'Viewer'> & {
  compteId: string
  sessionId: string
  organisationId: string | null
  fonction: string
  attributions: readonly Attribution[]
  /** an answer link opens this orientation, and nothing else */
  orientationId?: string | undefined
}

/** Whose account it is, for an event or the journal; null for the clock and for an answer link, which have none. */
export function accountOf({ compteId, attributions }: Viewer): string | null {
  return attributions.some(({ role }) => role === 'HORLOGE' || role === 'LIEN') ? null : compteId
}
