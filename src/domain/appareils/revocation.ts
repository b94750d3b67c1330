import { z } from 'zod'

/** Why a tablet is put out of use. Closed list, equal to PostgreSQL's `motif_revocation`. */
export const motifRevocationSchema = z.enum(['PERDUE', 'REMPLACEE'], 'Dites pourquoi')
export type MotifRevocation = z.infer<typeof motifRevocationSchema>

export const libellesRevocation: Record<MotifRevocation, string> = {
  PERDUE: 'Perdue ou volée',
  REMPLACEE: 'Remplacée',
}

/** Which tablet, and why. */
export const revocationSchema = z.strictObject({ id: z.uuid(), motif: motifRevocationSchema })
export type DemandeRevocation = z.output<typeof revocationSchema>

/** Why a command on a tablet did nothing. */
export type RefusAppareil = 'DROIT_ABSENT' | 'INTROUVABLE' | 'DEJA_REVOQUE'

/** What the person reads. */
export const phrasesRefusAppareil: Record<RefusAppareil, string> = {
  DROIT_ABSENT: 'Ce compte ne gère pas les tablettes.',
  INTROUVABLE: 'Cette tablette est introuvable.',
  DEJA_REVOQUE: 'Cette tablette était déjà retirée : rien n’a été changé.',
}
