import { z } from 'zod'

/** Closed list, equal to PostgreSQL's `public_place`. */
export const publicPlaceSchema = z.enum(['MIXTE', 'FEMMES', 'HOMMES'])
export type PublicPlace = z.infer<typeof publicPlaceSchema>
/** Whom a place is for, in words. */
export const libellesPublicPlace: Record<PublicPlace, string> = {
  MIXTE: 'Mixte',
  FEMMES: 'Femmes',
  HOMMES: 'Hommes',
}

/** Closed list, equal to PostgreSQL's `kind_occupation`. @public */
export const kindOccupationSchema = z.enum(['RESERVATION', 'SEJOUR'])

/**
 * Closed list, equal to PostgreSQL's `etat_occupation`. TENUE, EN_COURS and TERMINEE take room; the others took none. ANNULEE: an
 * arrival noted by mistake.
 */
export const etatOccupationSchema = z.enum([
  'TENUE',
  'LIBEREE',
  'EXPIREE',
  'CONVERTIE',
  'EN_COURS',
  'TERMINEE',
  'ANNULEE',
])
export type EtatOccupation = z.infer<typeof etatOccupationSchema>

/** Closed list, equal to PostgreSQL's `cause_fermeture`. */
export const causeFermetureSchema = z.enum(
  ['NUISIBLES', 'TRAVAUX', 'DEGAT', 'PERSONNEL', 'SECURITE', 'SOUS_OCCUPATION', 'AUTRE'],
  'Cause hors de la liste',
)
export type CauseFermeture = z.infer<typeof causeFermetureSchema>
/** Why a place or a device is closed, in words. @public */
export const libellesCauseFermeture: Record<CauseFermeture, string> = {
  NUISIBLES: 'Nuisibles',
  TRAVAUX: 'Travaux',
  DEGAT: 'Dégât',
  PERSONNEL: 'Personnel absent',
  SECURITE: 'Sécurité',
  SOUS_OCCUPATION: 'Sous-occupation',
  AUTRE: 'Autre cause',
}

/** Closed list, equal to PostgreSQL's `statut_prolongation`. @public */
export const statutProlongationSchema = z.enum(['DEMANDEE', 'ACCORDEE', 'REFUSEE', 'SANS_OBJET'])

/** Closed list, equal to PostgreSQL's `destination_sortie`. */
export const destinationSortieSchema = z.enum(
  [
    'RUE',
    'URGENCE',
    'SEJOUR_CONTINU',
    'HOTEL',
    'HEBERGEMENT',
    'LOGEMENT',
    'SOIN',
    'TIERS',
    'INCARCERATION',
    'DECES',
    'INCONNUE',
  ],
  'Destination hors de la liste',
)
export type DestinationSortie = z.infer<typeof destinationSortieSchema>
/** Where somebody goes when leaving, in words. */
export const libellesDestination: Record<DestinationSortie, string> = {
  RUE: 'Rue',
  URGENCE: 'Hébergement d’urgence',
  SEJOUR_CONTINU: 'Séjour continu',
  HOTEL: 'Hôtel',
  HEBERGEMENT: 'Autre hébergement',
  LOGEMENT: 'Logement',
  SOIN: 'Soin (hôpital, LHSS, LAM, postcure)',
  TIERS: 'Chez un tiers',
  INCARCERATION: 'Incarcération',
  DECES: 'Décès',
  INCONNUE: 'Destination inconnue',
}

/** What a stay brought, ticked by the team beside the exit, never instead of it (S17). */
export const acquisSchema = z.enum(
  ['REPOS', 'ALIMENTATION', 'HYGIENE', 'PAROLE', 'SOINS', 'DROITS', 'LIEN', 'PROJET'],
  'Acquis hors de la liste',
)
export type Acquis = z.infer<typeof acquisSchema>
/** The words of what a stay brought. */
export const libellesAcquis: Record<Acquis, string> = {
  REPOS: 'S’est reposée',
  ALIMENTATION: 'Mange mieux, a repris du poids',
  HYGIENE: 'Prend soin d’elle',
  PAROLE: 'Peut parler, dire ce qu’elle veut',
  SOINS: 'A commencé ou repris des soins',
  DROITS: 'A ouvert ou retrouvé des droits',
  LIEN: 'Garde le lien avec une équipe',
  PROJET: 'A un projet pour la suite',
}
