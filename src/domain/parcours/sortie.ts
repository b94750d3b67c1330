import { z } from 'zod'
import { addDays, type CivilDate, civilDateSchema, toParis } from '../commun/civil-date'
import { codePersonneSchema } from '../personnes/code'
import type { DestinationSortie } from '../places/place'

/** Closed list, equal to PostgreSQL's `kind_piste`: where one tries to go. */
export const kindPisteSchema = z.enum(
  [
    'RESIDENCE_SOCIALE',
    'ACT',
    'UN_CHEZ_SOI_D_ABORD',
    'PENSION_FAMILLE',
    'LOGEMENT_SOCIAL',
    'HEBERGEMENT',
    'HOTEL',
    'SOIN',
    'GRAND_AGE',
    'TIERS',
  ],
  'Destination hors de la liste',
)
export type KindPiste = z.infer<typeof kindPisteSchema>
export const libellesPiste: Record<KindPiste, string> = {
  RESIDENCE_SOCIALE: 'Résidence sociale',
  ACT: 'ACT',
  UN_CHEZ_SOI_D_ABORD: 'Un chez-soi d’abord',
  PENSION_FAMILLE: 'Pension de famille',
  LOGEMENT_SOCIAL: 'Logement social',
  HEBERGEMENT: 'Autre hébergement',
  HOTEL: 'Hôtel',
  SOIN: 'Soin (postcure, LHSS, LAM)',
  GRAND_AGE: 'EHPAD, résidence autonomie',
  TIERS: 'Chez un proche',
}

/** Closed list, equal to PostgreSQL's `statut_piste`. */
export const statutPisteSchema = z.enum(
  ['DEMANDEE', 'EN_ATTENTE', 'ACCEPTEE', 'REFUSEE', 'ABANDONNEE'],
  'État hors de la liste',
)
export type StatutPiste = z.infer<typeof statutPisteSchema>
export const libellesStatutPiste: Record<StatutPiste, string> = {
  DEMANDEE: 'Demandée',
  EN_ATTENTE: 'Sur liste d’attente',
  ACCEPTEE: 'Acceptée',
  REFUSEE: 'Refusée',
  ABANDONNEE: 'Laissée',
}

/** Closed list, equal to PostgreSQL's `kind_blocage`: what stands in the way. Never a reproach. */
export const kindBlocageSchema = z.enum(
  [
    'DROITS_MANQUANTS',
    'PAPIERS',
    'RESSOURCES',
    'PAS_DE_PLACE',
    'REFUS',
    'SANTE',
    'AGE',
    'COUPLE',
    'ANIMAL',
    'PAS_PRETE',
  ],
  'Blocage hors de la liste',
)
export type KindBlocage = z.infer<typeof kindBlocageSchema>
export const libellesBlocage: Record<KindBlocage, string> = {
  DROITS_MANQUANTS: 'Droits manquants',
  PAPIERS: 'Papiers manquants',
  RESSOURCES: 'Pas de ressources',
  PAS_DE_PLACE: 'Pas de place',
  REFUS: 'Refus de la structure',
  SANTE: 'Besoin de soins non couvert',
  AGE: 'Âge (60 ans et plus)',
  COUPLE: 'Rien pour un couple',
  ANIMAL: 'Animal non accueilli',
  PAS_PRETE: 'Ce n’est pas encore le moment pour elle',
}

const optionalDay = z.union([z.literal(''), civilDateSchema]).transform((text) => (text === '' ? null : text))

/** The exit that a team and a person prepare together. */
export const planSaisiSchema = z.object({
  code: codePersonneSchema,
  vise: kindPisteSchema,
  pourLe: optionalDay,
})
export type PlanSaisi = z.infer<typeof planSaisiSchema>

/** A plan as the screen showed it. */
export const planVuSchema = z.object({ id: z.uuid(), version: z.coerce.number().int() })
export type PlanVu = z.infer<typeof planVuSchema>

/** A destination tried, at a structure of the directory or nowhere in particular. */
export const pisteSaisieSchema = z.object({
  planId: z.uuid(),
  destination: kindPisteSchema,
  structureId: z
    .union([z.literal(''), z.uuid('Structure hors de la liste')])
    .transform((text) => (text === '' ? null : text)),
})
export type PisteSaisie = z.infer<typeof pisteSaisieSchema>

/** Where a destination tried has come to. */
export const pisteSuivieSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  statut: statutPisteSchema,
})
export type PisteSuivie = z.infer<typeof pisteSuivieSchema>

/** Something that blocks, said once while it lasts. */
export const blocageSaisiSchema = z.object({ planId: z.uuid(), kind: kindBlocageSchema })
export type BlocageSaisi = z.infer<typeof blocageSaisiSchema>

/** Something that blocks no longer. */
export const blocageLeveSchema = z.object({ id: z.uuid() })
export type BlocageLeve = z.infer<typeof blocageLeveSchema>

/** Months after an exit when the team asks whether it holds. */
export const moisVerification = [3, 6] as const
export type MoisVerification = (typeof moisVerification)[number]
/** A check nobody could make within these days is left: an old question has no honest answer. */
const RESTE_DUE_JOURS = 60
const JOURS_PAR_MOIS = 30.44

/** Exits that one asks news of: those that led somewhere. */
export const destinationsVerifiees: readonly DestinationSortie[] = [
  'HOTEL',
  'HEBERGEMENT',
  'LOGEMENT',
  'SOIN',
  'TIERS',
  'SEJOUR_CONTINU',
]

type SortieFaite = {
  le: Date
  destination: DestinationSortie
  verifiee3: boolean | null
  verifiee6: boolean | null
}

/** The check that is due today and since when, the later one first; null when there is none. */
export function verificationDue(
  sortie: SortieFaite,
  now: Date,
): { mois: MoisVerification; depuis: CivilDate } | null {
  if (!destinationsVerifiees.includes(sortie.destination)) return null
  const today = toParis(now).date
  for (const mois of moisVerification.toReversed()) {
    const depuis = verificationPrevue(sortie.le, mois)
    if (today < depuis) continue
    const isDone = (mois === 3 ? sortie.verifiee3 : sortie.verifiee6) !== null
    return isDone || today > addDays(depuis, RESTE_DUE_JOURS) ? null : { mois, depuis }
  }
  return null
}

/** The day the check is meant for. */
export function verificationPrevue(le: Date, mois: MoisVerification): CivilDate {
  return addDays(toParis(le).date, Math.round(mois * JOURS_PAR_MOIS))
}

/** The answer to a check: still there or better, or not any more. */
export const verificationSaisieSchema = z.object({
  sortieId: z.uuid(),
  mois: z
    .enum(['3', '6'], 'Échéance hors de la liste')
    .transform((text): MoisVerification => (text === '3' ? 3 : 6)),
  stable: z.enum(['oui', 'non'], 'Réponse attendue').transform((text) => text === 'oui'),
})
export type VerificationSaisie = z.infer<typeof verificationSaisieSchema>
