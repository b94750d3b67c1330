import { z } from 'zod'
import { type StatutOrientation, statutsARepondre } from './statuts'

/** Received from others, or sent to them. */
export const sensListeSchema = z.enum(['recues', 'envoyees'])
export type SensListe = z.infer<typeof sensListeSchema>

/** Where requests stand, as tabs of a list. */
export const etatListeSchema = z.enum(['a-repondre', 'attente', 'acceptees', 'sur-place', 'finies'])
export type EtatListe = z.infer<typeof etatListeSchema>

/** The states behind each tab. */
export const statutsDeListe: Record<EtatListe, readonly StatutOrientation[]> = {
  'a-repondre': statutsARepondre,
  attente: ['EN_ATTENTE'],
  acceptees: ['ACCEPTEE'],
  'sur-place': ['ARRIVEE'],
  finies: ['REFUSEE', 'RENONCEE', 'RETIREE', 'EXPIREE', 'NON_VENUE', 'CLOSE'],
}

/** The tabs, as the receiver and as the prescriber read them. */
export const libellesListe: Record<SensListe, Record<EtatListe, string>> = {
  recues: {
    'a-repondre': 'À répondre',
    attente: 'Liste d’attente',
    acceptees: 'Attendues',
    'sur-place': 'Sur place',
    finies: 'Terminées',
  },
  envoyees: {
    'a-repondre': 'Sans réponse',
    attente: 'Liste d’attente',
    acceptees: 'Acceptées',
    'sur-place': 'Arrivées',
    finies: 'Terminées',
  },
}

/** The list asked for, read from the address; what is not understood falls back on the first of each. */
export const filtresListeSchema = z.object({
  sens: sensListeSchema.optional().catch(undefined),
  etat: etatListeSchema.catch('a-repondre').default('a-repondre'),
  apres: z.uuid().optional().catch(undefined),
})
