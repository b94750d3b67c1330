import { z } from 'zod'
import { plural } from '@/domain/commun/format'
import type { Result } from '@/domain/commun/result'

/** The account whose sessions are to end. */
export const compteIdSchema = z.uuid()

/** How many sessions were ended, or that no such account is within reach. */
export type Revocation = Result<{ sessions: number }, 'INTROUVABLE'>

/** What happened, in one sentence. */
export function messageRevocation(result: Revocation): string {
  if (!result.ok) return 'Ce compte est introuvable.'
  return result.value.sessions === 0
    ? 'Aucune session n’était ouverte.'
    : `${plural(result.value.sessions, 'session fermée', 'sessions fermées')}. Les tablettes gardent ce qu’elles n’ont pas envoyé.`
}
