import { z } from 'zod'
import { civilDateSchema, fromParis } from '../commun/civil-date'
import { codePersonneSchema } from '../personnes/code'

/** Closed list, equal to PostgreSQL's `kind_rendez_vous`: with what kind of help, never for which reason. */
export const kindRendezVousSchema = z.enum(
  ['SOINS', 'CSAPA', 'CAARUD', 'PSY', 'DROITS', 'LOGEMENT', 'ACTIVITE', 'AUTRE'],
  'Rendez-vous hors de la liste',
)
export type KindRendezVous = z.infer<typeof kindRendezVousSchema>
export const libellesRendezVous: Record<KindRendezVous, string> = {
  SOINS: 'Soins',
  CSAPA: 'CSAPA',
  CAARUD: 'CAARUD',
  PSY: 'Psychologue, psychiatre',
  DROITS: 'Droits et papiers',
  LOGEMENT: 'Logement',
  ACTIVITE: 'Activité',
  AUTRE: 'Autre',
}

/** Closed list, equal to PostgreSQL's `statut_rendez_vous`. */
export const statutRendezVousSchema = z.enum(['PREVU', 'TENU', 'MANQUE', 'ANNULE'])
export type StatutRendezVous = z.infer<typeof statutRendezVousSchema>
export const libellesStatutRendezVous: Record<StatutRendezVous, string> = {
  PREVU: 'Prévu',
  TENU: 'Tenu',
  MANQUE: 'Manqué',
  ANNULE: 'Annulé',
}

/** Closed list, equal to PostgreSQL's `moyen_relance`: what the team does next. */
export const moyenRelanceSchema = z.enum(
  ['RAPPELER', 'ALLER_AVEC', 'NOUVELLE_DATE'],
  'Moyen hors de la liste',
)
export type MoyenRelance = z.infer<typeof moyenRelanceSchema>
export const libellesMoyenRelance: Record<MoyenRelance, string> = {
  RAPPELER: 'Rappeler',
  ALLER_AVEC: 'Y aller avec elle',
  NOUVELLE_DATE: 'Proposer une nouvelle date',
}

/** Closed list, equal to PostgreSQL's `statut_relance`. */
export const statutRelanceSchema = z.enum(['A_FAIRE', 'REPRISE', 'SANS_CONTACT'])
export type StatutRelance = z.infer<typeof statutRelanceSchema>
export const libellesStatutRelance: Record<StatutRelance, string> = {
  A_FAIRE: 'À faire',
  REPRISE: 'Contact repris',
  SANS_CONTACT: 'Pas retrouvée pour l’instant',
}

const heure = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Heure attendue, par exemple 14:30')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))

const quand = { jour: civilDateSchema, heure }
const optionalStructure = z
  .union([z.literal(''), z.uuid('Structure hors de la liste')])
  .transform((text) => (text === '' ? null : text))
const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** A new appointment. `le` is the instant in Paris. */
export const rendezVousSaisiSchema = z
  .object({
    code: codePersonneSchema,
    kind: kindRendezVousSchema,
    structureId: optionalStructure,
    accompagne: ticked,
    ...quand,
  })
  .transform(({ jour, heure: minute, ...rest }) => ({ ...rest, le: fromParis(jour, minute) }))
export type RendezVousSaisi = z.infer<typeof rendezVousSaisiSchema>

/** An appointment as the screen showed it. */
export const rendezVousVuSchema = z.object({ id: z.uuid(), version: z.coerce.number().int() })
export type RendezVousVu = z.infer<typeof rendezVousVuSchema>

/** She did not come: what the team does next, and when. There is always a next. */
export const rendezVousManqueSchema = rendezVousVuSchema.extend({
  moyen: moyenRelanceSchema,
  pourLe: civilDateSchema,
})
export type RendezVousManque = z.infer<typeof rendezVousManqueSchema>

/** Contact was made again: with a new appointment of the same kind when a day and an hour are given. */
export const repriseSchema = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int(),
    jour: z.union([z.literal(''), civilDateSchema]),
    heure: z.union([z.literal(''), heure]),
    accompagne: ticked,
  })
  .refine((saisie) => (saisie.jour === '') === (saisie.heure === ''), {
    path: ['heure'],
    message: 'Un jour et une heure vont ensemble',
  })
  .transform(({ jour, heure: minute, ...rest }) => ({
    ...rest,
    nouveauLe: jour === '' || minute === '' ? null : fromParis(jour, minute),
  }))
export type Reprise = z.infer<typeof repriseSchema>

/** Not found for now: asked again on a later day, or left there. No penalty either way. */
export const sansContactSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  pourLe: z.union([z.literal(''), civilDateSchema]).transform((text) => (text === '' ? null : text)),
})
export type SansContact = z.infer<typeof sansContactSchema>
