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
