import { z } from 'zod'
import { type CivilDate, civilDateSchema, fromParis } from '../commun/civil-date'
import { done, type Done, type Refusal, refuse } from '../commun/result'

const vide = (value: unknown) => (value === '' || value === undefined ? null : value)

/**
 * Places of a device lent to a partner. `retour`: the hour of the evening (minutes since midnight, Europe/Paris) at which those not
 * used tonight return to all; null: they never do.
 */
export const pretSchema = z.object({
  dispositifId: z.uuid(),
  organisationId: z.uuid('Choisissez une organisation'),
  places: z.coerce.number().int().min(1, 'Une place au moins').max(1000),
  du: z.preprocess(vide, civilDateSchema.nullable()),
  au: z.preprocess(vide, civilDateSchema.nullable()),
  retour: z.preprocess(vide, z.coerce.number().int().min(0).max(1439).nullable()),
})
export type Pret = z.infer<typeof pretSchema>

/** A loan, as the screen lists it. */
export const pretVueSchema = z.object({ contingentId: z.uuid() })
export type PretVue = z.infer<typeof pretVueSchema>

/** A loan in force when a stay begins, how much of it is used then, and when the rest returns to all (null: never). */
export type PretEnCours = {
  id: string
  organisationId: string
  organisation: string
  places: number
  utilisees: number
  rendLe: Date | null
}

/** The loan a refusal names: to whom, how many, until when. */
export type PretNomme = { organisation: string; places: number; rendLe: Date | null }
export type PretRefuse = Refusal<'CONTINGENT_FULL' | 'LENT_TO_PARTNER'> & { pret: PretNomme }

/** When the unused places of a loan return to all, for a stay that begins on that night. */
export function returnOf(retour: number | null, nuit: CivilDate): Date | null {
  return retour === null ? null : fromParis(nuit, retour)
}

/**
 * On which loan a place is taken, null for the common pot. A partner consumes its own loan first; beyond it, and for everybody else,
 * the places lent and not used are out of reach until their hour. `libres`: places of the device free over the whole stay.
 */
export function shareOut(
  prets: readonly PretEnCours[],
  { libres, organisationId, now }: { libres: number; organisationId: string | null; now: Date },
): Done<string | null> | PretRefuse {
  const own = prets.find((pret) => pret.organisationId === organisationId)
  if (own && own.utilisees < own.places) return done(own.id)
  const kept = prets.filter((pret) => unused(pret) > 0 && (pret.rendLe === null || pret.rendLe > now))
  const reserved = kept.reduce((sum, pret) => sum + unused(pret), 0)
  if (libres > reserved) return done(null)
  if (own) return { ...refuse('CONTINGENT_FULL'), pret: own }
  const largest = kept.toSorted((a, b) => unused(b) - unused(a))[0]
  return largest === undefined ? done(null) : { ...refuse('LENT_TO_PARTNER'), pret: largest }
}

function unused({ places, utilisees }: PretEnCours): number {
  return Math.max(0, places - utilisees)
}
