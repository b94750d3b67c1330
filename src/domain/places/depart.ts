import { z } from 'zod'
import { issueSchema } from '../orientations/motifs'
import { acquisSchema, destinationSortieSchema } from './place'

/** The end of a stay as the team tells it: where to, why, and what the stay brought. */
export const departSchema = z.object({
  occupationId: z.uuid(),
  version: z.coerce.number().int(),
  destination: destinationSortieSchema,
  issue: issueSchema,
  acquis: z.array(acquisSchema).transform((ticked) => [...new Set(ticked)]),
})
export type Depart = z.infer<typeof departSchema>

/** One booking or stay, as the screen showed it. */
export const occupationVueSchema = z.object({ occupationId: z.uuid(), version: z.coerce.number().int() })
export type OccupationVue = z.infer<typeof occupationVueSchema>

/** One place, as the screen showed it. */
export const placeVueSchema = z.object({ placeId: z.uuid(), version: z.coerce.number().int() })
export type PlaceVue = z.infer<typeof placeVueSchema>

/** Somebody at the door, alone or two, and the place the team gives. */
export const visiteurSchema = z.object({
  placeId: z.uuid(),
  personnes: z.coerce.number().int().min(1).max(2),
})
export type Visiteur = z.infer<typeof visiteurSchema>
