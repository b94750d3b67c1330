import { z } from 'zod'
import { codePersonneSchema } from '../personnes/code'

/** Filters of the list of persons, read from the address; what is not understood filters nothing. */
export const filtreSuiviesSchema = z.object({
  etat: z.enum(['en-cours', 'toutes']).catch('en-cours'),
  apres: codePersonneSchema.optional().catch(undefined),
  /** a code typed in the search field, whole or not */
  code: z.string().trim().toUpperCase().max(12).optional().catch(undefined),
})
export type FiltreSuivies = z.infer<typeof filtreSuiviesSchema>
