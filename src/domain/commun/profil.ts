import { z } from 'zod'

/** Closed list, equal to PostgreSQL's `genre`. Declared, never checked. */
export const genreSchema = z.enum(
  ['FEMME', 'HOMME', 'FEMME_TRANS', 'HOMME_TRANS', 'NON_BINAIRE', 'AUTRE', 'NON_RENSEIGNE'],
  'Genre hors de la liste',
)
export type Genre = z.infer<typeof genreSchema>
/** How each genre is named on screen. */
export const libellesGenre: Record<Genre, string> = {
  FEMME: 'Femme',
  HOMME: 'Homme',
  FEMME_TRANS: 'Femme trans',
  HOMME_TRANS: 'Homme trans',
  NON_BINAIRE: 'Non binaire',
  AUTRE: 'Autre',
  NON_RENSEIGNE: 'Non renseigné',
}

/** Closed list, equal to PostgreSQL's `tranche_age`. 18-24 and 60 and over always stand apart. */
export const trancheAgeSchema = z.enum(
  ['MOINS_18', 'DE_18_24', 'DE_25_29', 'DE_30_39', 'DE_40_49', 'DE_50_59', 'PLUS_60', 'INCONNUE'],
  'Tranche d’âge hors de la liste',
)
export type TrancheAge = z.infer<typeof trancheAgeSchema>
/** How each band is named on screen. */
export const libellesTrancheAge: Record<TrancheAge, string> = {
  MOINS_18: 'Moins de 18',
  DE_18_24: '18-24',
  DE_25_29: '25-29',
  DE_30_39: '30-39',
  DE_40_49: '40-49',
  DE_50_59: '50-59',
  PLUS_60: '60 et plus',
  INCONNUE: 'Âge inconnu',
}

/** Closed list, equal to PostgreSQL's `situation`. */
export const situationSchema = z.enum(
  ['ISOLEE', 'COUPLE', 'FAMILLE', 'MINEUR_ISOLE', 'INCONNUE'],
  'Situation hors de la liste',
)
export type Situation = z.infer<typeof situationSchema>
/** How each situation is named on screen. */
export const libellesSituation: Record<Situation, string> = {
  ISOLEE: 'Seule',
  COUPLE: 'En couple',
  FAMILLE: 'En famille',
  MINEUR_ISOLE: 'Mineur isolé',
  INCONNUE: 'Situation inconnue',
}
