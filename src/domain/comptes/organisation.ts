import { z } from 'zod'

/** What an organisation is. Closed list, equal to PostgreSQL's `nature_organisation` (a test compares them). */
export const natureOrganisationSchema = z.enum(['ASSOCIATION', 'COLLECTIVITE', 'ETAT', 'ETABLISSEMENT'])
export type NatureOrganisation = z.infer<typeof natureOrganisationSchema>
