import { z } from 'zod'
import { type Envoi, envoiSchema, itemSchema } from './envoi'

/** Acts in one rescue file, at most: a month of a tablet that is never emptied. */
const SECOURS_MAX = 20_000

const secoursSchema = envoiSchema.extend({
  maillage: z.literal('secours'),
  operations: z.array(itemSchema).max(SECOURS_MAX, `${SECOURS_MAX} faits au plus`),
})

/** Reads a rescue file, whose acts stay sealed; null when it is not one. To be brought in parts, as a tablet would. */
export function readSecours(json: unknown): Envoi | null {
  return secoursSchema.safeParse(json).data ?? null
}
