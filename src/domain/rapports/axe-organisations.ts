import { z } from 'zod'
import { type Ligne, ligne } from './axes'

/** One organisation that the reader's report may name. */
export const organisationConnueSchema = z.object({ slug: z.string(), nom: z.string() })
export type OrganisationConnue = z.infer<typeof organisationConnueSchema>

/** Organisations, then all of them: a person is followed by one organisation only, so what is counted of her adds up. */
export function axeOrganisations(organisations: readonly OrganisationConnue[]): readonly Ligne[] {
  return [
    ...organisations.map(({ slug, nom }) => ligne('ORGANISATION', slug, nom, [slug])),
    ligne(
      'ENSEMBLE',
      'ensemble',
      'Ensemble',
      organisations.map(({ slug }) => slug),
    ),
  ]
}
