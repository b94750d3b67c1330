import { z } from 'zod'
import type { Etat } from './verdict'

/** Closed list, equal to PostgreSQL's `verdict`. */
export const etatGardeSchema = z.enum(['APPLIQUE', 'EN_ATTENTE', 'QUARANTAINE'])

/** From the word of the base to the word of the wire. */
export const etatsGardes: Record<z.infer<typeof etatGardeSchema>, Etat> = {
  APPLIQUE: 'applique',
  EN_ATTENTE: 'en-attente',
  QUARANTAINE: 'quarantaine',
}
