import { z } from 'zod'

/** Closed list, equal to PostgreSQL's `role` (a test compares them). */
export const roleSchema = z.enum([
  'INTERVENANT',
  'COORDINATEUR',
  'MEDIATEUR',
  'RESPONSABLE',
  'MMPCR',
  'LECTEUR',
  'ADMIN',
])
export type Role = z.infer<typeof roleSchema>

/**
 * Who acts without an account: the clock, and whoever holds an answer link. No account may hold these, so PostgreSQL's `role`
 * does not know them; its row-level security does.
 */
export const sansCompteSchema = z.enum(['HORLOGE', 'LIEN'])
/** By what right somebody acts. */
export type Titre = Role | z.infer<typeof sansCompteSchema>

/** How each role is named on screen. */
export const libellesRole: Record<Role, string> = {
  INTERVENANT: 'Intervention de rue',
  COORDINATEUR: 'Coordination de structure',
  MEDIATEUR: 'Médiation',
  RESPONSABLE: 'Responsable d’organisation',
  MMPCR: 'MMPCR',
  LECTEUR: 'Lecture de rapports',
  ADMIN: 'Administration',
}
