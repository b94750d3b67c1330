import { z } from 'zod'

/** What the base holds of an act, on the wire. A replay (`doublon`) answers with it. */
export const etatSchema = z.enum(['applique', 'en-attente', 'quarantaine'])
export type Etat = z.infer<typeof etatSchema>

/** Closed list, equal to PostgreSQL's `verdict`. */
export const etatGardeSchema = z.enum(['APPLIQUE', 'EN_ATTENTE', 'QUARANTAINE'])

/** From the word of the base to the word of the wire. */
export const etatsGardes: Record<z.infer<typeof etatGardeSchema>, Etat> = {
  APPLIQUE: 'applique',
  EN_ATTENTE: 'en-attente',
  QUARANTAINE: 'quarantaine',
}

/** What the server says of one act it was sent. */
export const verdictSchema = z.enum([
  'applique',
  'doublon',
  'en-attente',
  'quarantaine',
  'conflit',
  'recommencer',
  'version-plus-recente',
])
export type Verdict = z.infer<typeof verdictSchema>

/** How each verdict reads on the tablet, and what becomes of the act. */
export const libellesVerdict: Record<Verdict, string> = {
  applique: 'Reçu et compté',
  doublon: 'Déjà reçu',
  'en-attente': 'Reçu, attend la suite',
  quarantaine: 'Reçu, à corriger au bureau',
  conflit: 'Reçu deux fois, deux textes gardés',
  recommencer: 'Pas encore reçu, nouvel essai bientôt',
  'version-plus-recente': 'Gardé : le serveur doit être mis à jour',
}

/** The base holds the act: it may leave the tablet. The two others stay and are sent again. */
export function isReceived(verdict: Verdict): boolean {
  return verdict !== 'recommencer' && verdict !== 'version-plus-recente'
}

const reponseActeSchema = z.object({
  id: z.string(),
  verdict: verdictSchema,
  /** with `doublon`: what the base held already */
  etat: etatSchema.optional(),
  motif: z.string().optional(),
})
export type ReponseActe = z.infer<typeof reponseActeSchema>

/**
 * Answer of `POST /api/sync`. `verdicts` holds the acts sent, and those whose state this sending changed (an act that was
 * waiting for another). `recusParAppareil` counts what the base holds of this tablet.
 */
export const reponseSyncSchema = z.object({
  recu: z.int(),
  verdicts: z.array(reponseActeSchema),
  serveurLe: z.string(),
  recusParAppareil: z.int(),
})
export type ReponseSync = z.infer<typeof reponseSyncSchema>

/** Answer of `POST /api/sync` when the sending cannot be read: nothing was kept, these acts are why. */
export const refusSyncSchema = z.object({
  erreur: z.string(),
  operations: z.array(z.object({ index: z.int(), id: z.string().nullable(), motif: z.string() })).default([]),
})
export type RefusSync = z.infer<typeof refusSyncSchema>
