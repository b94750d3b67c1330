import { z } from 'zod'
import { civilDateSchema } from '../commun/civil-date'
import { genreSchema, situationSchema, trancheAgeSchema } from '../commun/profil'
import { codePersonneSchema } from '../personnes/code'
import { echeanceSchema } from './statuts'

/** What a minor needs is child protection, never a file here (S13). */
export const MINEUR_REORIENTE =
  'Une personne mineure n’est jamais enregistrée ni orientée vers une place : contacter l’ASE du département'

const majeure = trancheAgeSchema.refine((tranche) => tranche !== 'MOINS_18', MINEUR_REORIENTE)

/** What the person agreed to let the receiver know (CSP L1110-4). Closed list. */
export const porteeConsentementSchema = z.enum(
  ['ORIENTATION', 'ORIENTATION_ET_SEJOUR'],
  'Portée hors de la liste',
)
export type PorteeConsentement = z.infer<typeof porteeConsentementSchema>
/** The words read to the person before she agrees. */
export const libellesPortee: Record<PorteeConsentement, string> = {
  ORIENTATION: 'Transmettre son code, son profil et ses besoins à la structure qui reçoit',
  ORIENTATION_ET_SEJOUR:
    'Transmettre son code, son profil et ses besoins, et échanger sur le séjour tant qu’il dure',
}

/** The little a personne is: no name, no date of birth. Her code is made by the server. */
const nouvellePersonneSchema = z.object({
  genre: genreSchema,
  trancheAge: majeure,
  situation: situationSchema.refine((situation) => situation !== 'MINEUR_ISOLE', MINEUR_REORIENTE),
})

/**
 * A request for a place, as a tablet or a desk sends it. `id` is made where it is typed, so that sending twice asks once.
 * `souhaitLe` is when the person said the wish: the clocks of indicator 1 start there. No personne is ever needed.
 */
export const demandeSchema = z
  .object({
    id: z.uuid(),
    arretId: z.uuid().nullish(),
    /** left out: the author's structure, else the first one of the organisation */
    prescripteurStructureId: z.uuid().nullish(),
    /** null: « toute place qui convient » */
    receveurDispositifId: z.uuid().nullable(),
    echeance: echeanceSchema,
    pourLe: civilDateSchema.nullish(),
    genre: genreSchema,
    trancheAge: majeure,
    personnes: z.number().int().min(1, 'Une personne au moins').max(2, 'Deux personnes au plus par demande'),
    couple: z.boolean(),
    animaux: z.boolean(),
    mobilite: z.boolean(),
    femmesSeulement: z.boolean(),
    souhaitLe: z.coerce.date().min(new Date('2020-01-01T00:00:00Z'), 'Date du souhait trop ancienne'),
    /** a personne to create … */
    personne: nouvellePersonneSchema.nullish(),
    /** … or one the organisation already follows */
    personneCode: codePersonneSchema.nullish(),
    consentement: z.object({ portee: porteeConsentementSchema }).nullish(),
  })
  .refine(({ echeance, pourLe }) => echeance === 'CE_SOIR' || pourLe != null, {
    path: ['pourLe'],
    message: 'Indiquer la date souhaitée',
  })
  .refine(({ couple, personnes }) => !couple || personnes === 2, {
    path: ['personnes'],
    message: 'Un couple, ce sont deux personnes',
  })
  .refine(({ personne, personneCode }) => personne == null || personneCode == null, {
    path: ['personneCode'],
    message: 'Soit un code existant, soit un nouveau code',
  })
  .refine(
    ({ personne, personneCode, consentement }) =>
      (personne == null && personneCode == null) || consentement != null,
    {
      path: ['consentement'],
      message: 'L’accord de la personne est nécessaire pour transmettre son code',
    },
  )
export type Demande = z.infer<typeof demandeSchema>
