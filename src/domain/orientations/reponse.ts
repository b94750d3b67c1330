import { z } from 'zod'
import { civilDateSchema } from '../commun/civil-date'
import {
  issueSchema,
  motifFinSuiviSchema,
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

/** A device without places here promises a day. */
export const promesseSchema = orientationVueSchema.extend({
  dispositifId: z.uuid().nullable(),
  entreePrevue: civilDateSchema,
})
export type Promesse = z.infer<typeof promesseSchema>

/** Somebody received on a promised day leaves. */
export const finPromesseSchema = orientationVueSchema.extend({ issue: issueSchema })

/** Who answers for the follow-up ends it, and says why. */
export const finSuiviSchema = orientationVueSchema.extend({ motif: motifFinSuiviSchema })
export type FinSuivi = z.infer<typeof finSuiviSchema>

/** The other side of an orientation answers a proposal to take the follow-up over. */
export const reponseRemiseSchema = z.object({ id: z.uuid(), acceptee: z.enum(['oui', 'non']) })
export type ReponseRemise = z.infer<typeof reponseRemiseSchema>

/** Nobody came. */
export const nonVenueSchema = orientationVueSchema.extend({ motif: motifNonVenueSchema })
export type NonVenue = z.infer<typeof nonVenueSchema>

/** The id of an orientation in an address. */
export const orientationIdSchema = z.uuid()
