import { z } from 'zod'
import { causeSansReponseSchema, type CauseSansReponse, kindBesoinSchema } from '../maraudes/listes'
import { type RegleRecherche, regleRechercheSchema } from '../places/recherche'
import { departementSchema } from '../territoire/territoire'

const vide = (value: unknown) => (value === '' || value === undefined ? null : value)
const cochee = z.preprocess((value) => value === true || value === 'oui', z.boolean())

/**
 * A need nobody could answer, written by a team: what was needed, where, how many, why not. Never who: no gender, no age, no code, and
 * the base keeps the hour, not the minute.
 */
export const besoinSansReponseSchema = z.object({
  id: z.uuid(),
  kind: kindBesoinSchema,
  departement: departementSchema,
  cause: causeSansReponseSchema,
  /** the rule met most often when a search found nothing */
  regle: z.preprocess(vide, regleRechercheSchema.nullable()),
  personnes: z.coerce
    .number('Nombre de personnes attendu')
    .int()
    .min(1, 'Une personne au moins')
    .max(20, 'Vingt personnes au plus'),
  femmesSeulement: cochee,
})
export type BesoinSansReponse = z.infer<typeof besoinSansReponseSchema>

/** A line of the register, as the screen showed it. */
export const besoinNoteSchema = z.object({ id: z.uuid() })
export type BesoinNote = z.infer<typeof besoinNoteSchema>

/** A line may be taken back for a day: it was a mistake. Later it has been counted. */
export const RETRAIT_MS = 24 * 3_600_000

const causesParRegle: Partial<Record<RegleRecherche, CauseSansReponse>> = {
  SANS_DEMANDE: 'AUTRE',
  DISPOSITIF_FERME: 'FERME',
  PLACE_FERMEE: 'FERME',
  HORS_PERIODE: 'PAS_DE_PLACE',
  OCCUPEE: 'PAS_DE_PLACE',
  RESERVEE: 'PAS_DE_PLACE',
  PRETEE: 'PAS_DE_PLACE',
}

/** The cause that a search proposes: what the place is makes a criterion, no place to look at makes a lack of place. */
export function causeDeRegle(regle: RegleRecherche | null): CauseSansReponse {
  return regle === null ? 'PAS_DE_PLACE' : (causesParRegle[regle] ?? 'CRITERES')
}

/** Why a line was not written or not taken back. */
export const phrasesRefusBesoin = {
  NOT_FOUND: 'Votre fonction ne permet pas d’écrire dans ce registre, ou cette ligne n’y est plus.',
  ALREADY_WRITTEN: 'Cette ligne est déjà dans le registre : elle n’a pas été comptée deux fois.',
  TOO_LATE_TO_UNDO: 'Cette ligne a plus d’un jour : elle a déjà été comptée, et reste.',
} as const satisfies Record<string, string>

/** Periods of the register, in days before today. */
export const periodesRegistre = ['7', '30', '92', '366'] as const
export const libellesPeriodeRegistre: Record<(typeof periodesRegistre)[number], string> = {
  '7': 'Sept jours',
  '30': 'Trente jours',
  '92': 'Trois mois',
  '366': 'Un an',
}

/** Filters of the register, read from the address; what is not understood filters nothing. */
export const filtresRegistreSchema = z.object({
  jours: z.enum(periodesRegistre).catch('30'),
  departement: departementSchema.optional().catch(undefined),
  cause: causeSansReponseSchema.optional().catch(undefined),
  kind: kindBesoinSchema.optional().catch(undefined),
})
export type FiltresRegistre = z.infer<typeof filtresRegistreSchema>
