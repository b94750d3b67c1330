import { z } from 'zod'

/** What importing a rescue file came to, in acts. `total`: those of the file. */
export const bilanSecoursSchema = z.object({
  recus: z.int(),
  dejaRecus: z.int(),
  quarantaine: z.int(),
  illisibles: z.int(),
  total: z.int(),
})
export type BilanSecours = z.infer<typeof bilanSecoursSchema>
