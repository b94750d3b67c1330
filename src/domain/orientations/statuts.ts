import { z } from 'zod'

/** Closed list, equal to PostgreSQL's `statut_orientation`. */
export const statutOrientationSchema = z.enum([
  'BROUILLON',
  'ENVOYEE',
  'RECUE',
  'A_L_ETUDE',
  'EN_ATTENTE',
  'ACCEPTEE',
  'REFUSEE',
  'RENONCEE',
  'RETIREE',
  'EXPIREE',
  'ARRIVEE',
  'NON_VENUE',
  'CLOSE',
])
export type StatutOrientation = z.infer<typeof statutOrientationSchema>

/** The words of each state. */
export const libellesStatutOrientation: Record<StatutOrientation, string> = {
  BROUILLON: 'Brouillon',
  ENVOYEE: 'Envoyée',
  RECUE: 'Reçue',
  A_L_ETUDE: 'À l’étude',
  EN_ATTENTE: 'En liste d’attente',
  ACCEPTEE: 'Acceptée',
  REFUSEE: 'Refusée',
  RENONCEE: 'Renoncée',
  RETIREE: 'Retirée',
  EXPIREE: 'Expirée',
  ARRIVEE: 'Arrivée',
  NON_VENUE: 'Non venue',
  CLOSE: 'Close',
}

/** How a state looks; always beside its word, never alone. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'
/** The tone of each state. */
export const tonsStatutOrientation: Record<StatutOrientation, Tone> = {
  BROUILLON: 'neutral',
  ENVOYEE: 'warning',
  RECUE: 'info',
  A_L_ETUDE: 'info',
  EN_ATTENTE: 'neutral',
  ACCEPTEE: 'success',
  REFUSEE: 'danger',
  RENONCEE: 'neutral',
  RETIREE: 'neutral',
  EXPIREE: 'danger',
  ARRIVEE: 'success',
  NON_VENUE: 'neutral',
  CLOSE: 'neutral',
}

/** Sent and not settled yet: neither arrived nor ended. */
export const statutsOuverts = [
  'ENVOYEE',
  'RECUE',
  'A_L_ETUDE',
  'EN_ATTENTE',
  'ACCEPTEE',
] as const satisfies StatutOrientation[]
/** The receiver has not answered yet. */
export const statutsARepondre = ['ENVOYEE', 'RECUE', 'A_L_ETUDE'] as const satisfies StatutOrientation[]

/** A place may still be given: not answered yet, or waiting in line. */
export const statutsQuiAttendent = [...statutsARepondre, 'EN_ATTENTE'] as const satisfies StatutOrientation[]

/** Closed list, equal to PostgreSQL's `cote_motif`: who speaks. STRUCTURE is the receiver. */
export const coteMotifSchema = z.enum(['STRUCTURE', 'PERSONNE', 'PRESCRIPTEUR', 'HORLOGE'])
export type CoteMotif = z.infer<typeof coteMotifSchema>
/** Who speaks, in words. */
export const libellesCote: Record<CoteMotif, string> = {
  STRUCTURE: 'La structure qui reçoit',
  PERSONNE: 'La personne',
  PRESCRIPTEUR: 'La structure qui oriente',
  HORLOGE: 'Le délai',
}

/** Closed list, equal to PostgreSQL's `echeance`. */
export const echeanceSchema = z.enum(['CE_SOIR', 'A_DATE'], 'Échéance hors de la liste')
export type Echeance = z.infer<typeof echeanceSchema>
/** The words of each term. */
export const libellesEcheance: Record<Echeance, string> = { CE_SOIR: 'Ce soir', A_DATE: 'À une date' }
