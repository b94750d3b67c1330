import type { z } from 'zod'
import type { Role } from './roles'

/** One role held, on one structure or (null) on the whole of the account's organisation. */
export type Attribution = { role: Role; structureId: string | null }

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
}
