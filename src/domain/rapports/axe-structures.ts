import { z } from 'zod'
import { departementSchema } from '@/domain/territoire/territoire'
import { type Ligne, ligne } from './axes'

/** One structure that the reader's report may name. */
export const structureConnueSchema = z.object({
  slug: z.string(),
  nom: z.string(),
  departement: departementSchema,
})
export type StructureConnue = z.infer<typeof structureConnueSchema>

/** Structures alone: what counts distinct persons is never added from one to another, so there is no total. */
export function axeStructures(structures: readonly StructureConnue[]): readonly Ligne[] {
  return structures.map(({ slug, nom, departement }) =>
    ligne('STRUCTURE', slug, nom, [slug], { departement }),
  )
}
