import { z } from 'zod'
import { demandeSchema } from './demande'

const coche = z
  .literal('oui')
  .optional()
  .transform((value) => value === 'oui')
const vide = z.literal('').transform(() => null)

/** What goes with the request: nobody's code, a new one, or one already followed. */
export const avecPersonneSchema = z.enum(['SANS', 'NOUVEAU', 'CONNU'])
export type AvecPersonne = z.infer<typeof avecPersonneSchema>
export const libellesAvecPersonne: Record<AvecPersonne, string> = {
  SANS: 'Sans code',
  NOUVEAU: 'Nouveau code',
  CONNU: 'Code déjà suivi',
}

const champsSchema = z.looseObject({
  receveurDispositifId: z.union([vide, z.string()]).optional(),
  pourLe: z.union([vide, z.string()]).optional(),
  prescripteurStructureId: z.union([vide, z.string()]).optional(),
  personnes: z.coerce.number(),
  couple: coche,
  animaux: coche,
  mobilite: coche,
  femmesSeulement: coche,
  avec: avecPersonneSchema.default('SANS'),
  personneCode: z.string().optional(),
  accord: coche,
  envoyeeLe: z.date(),
})

/** The form of a desk, as its fields are named, read as a request. The wish is said to be of the moment it is sent. */
export const saisieDemandeSchema = champsSchema
  .transform(({ avec, accord, personneCode, envoyeeLe, ...champs }): unknown => ({
    ...champs,
    receveurDispositifId: champs.receveurDispositifId ?? null,
    couple: champs.personnes === 2 && champs.couple,
    souhaitLe: envoyeeLe,
    personne: avec === 'NOUVEAU' ? champs : null,
    personneCode: avec === 'CONNU' ? (personneCode ?? '') : null,
    consentement: avec !== 'SANS' && accord ? { portee: 'ORIENTATION' } : null,
  }))
  .pipe(demandeSchema)
