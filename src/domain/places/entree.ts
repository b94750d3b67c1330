import { z } from 'zod'

/** Closed list, equal to PostgreSQL's `kind_entree`. */
export const kindEntreeSchema = z.enum(['ENTREE', 'SORTIE', 'REFUS'], 'Passage hors de la liste')

/** Somebody, or a few together, at the door of a rest space: in, out, or turned away for lack of room. Never who. */
export const passageSchema = z
  .object({
    dispositifId: z.uuid(),
    kind: kindEntreeSchema,
    personnes: z.coerce.number().int().min(1, 'Une personne au moins').max(50).default(1),
    femmes: z.coerce.number().int().min(0).max(50).default(0),
  })
  .refine(({ personnes, femmes }) => femmes <= personnes, {
    path: ['femmes'],
    message: 'Pas plus de femmes que de personnes',
  })
export type Passage = z.infer<typeof passageSchema>

/** One line of the door, to be struck out. */
export const passageVuSchema = z.object({ entreeId: z.uuid() })
export type PassageVu = z.infer<typeof passageVuSchema>
