import { z } from 'zod'
import {
  motifNonVenueSchema,
  motifRefusSchema,
  motifRenoncementSchema,
  motifRetraitSchema,
  suiteSchema,
} from './motifs'

/** One orientation, as the screen showed it: another version now means that somebody has acted since. */
export const orientationVueSchema = z.object({ id: z.uuid(), version: z.coerce.number().int() })
export type OrientationVue = z.infer<typeof orientationVueSchema>

/** The receiver takes somebody in. `placeId` null: the first place that fits. `dispositifId`: who takes, when asked of all. */
export const acceptationSchema = orientationVueSchema.extend({
  dispositifId: z.uuid().nullable(),
  placeId: z.uuid().nullable(),
})
export type Acceptation = z.infer<typeof acceptationSchema>

/** The receiver refuses, says why, and proposes a next step. */
export const refusSchema = orientationVueSchema.extend({ motif: motifRefusSchema, suite: suiteSchema })
export type Refus = z.infer<typeof refusSchema>

/** The person renounces, through her prescriber. */
export const renoncementSchema = orientationVueSchema.extend({ motif: motifRenoncementSchema })
export type Renoncement = z.infer<typeof renoncementSchema>

/** The prescriber withdraws its request. */
export const retraitSchema = orientationVueSchema.extend({ motif: motifRetraitSchema })
export type Retrait = z.infer<typeof retraitSchema>

/** Nobody came. */
export const nonVenueSchema = orientationVueSchema.extend({ motif: motifNonVenueSchema })
export type NonVenue = z.infer<typeof nonVenueSchema>

/** The id of an orientation in an address. */
export const orientationIdSchema = z.uuid()
