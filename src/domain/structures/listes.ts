import { z } from 'zod'

/** What a site is. Closed list, equal to PostgreSQL's `kind_structure` (a test compares them). */
export const kindStructureSchema = z.enum([
  'CAARUD',
  'CSAPA',
  'HSA',
  'ESPACE_REPOS',
  'HEBERGEMENT',
  'HEBERGEMENT_HOTELIER',
  'LAM',
  'LHSS',
  'ACT',
  'CHRS',
  'MARAUDE',
  'MEDIATION',
  'COORDINATION',
  'AUTRE',
])
export type KindStructure = z.infer<typeof kindStructureSchema>

/** Where a site or a device stands. Closed list, equal to PostgreSQL's `statut_structure`. */
export const statutStructureSchema = z.enum(['ANNONCEE', 'CONTESTEE', 'OUVERTE', 'SUSPENDUE', 'FERMEE'])
export type StatutStructure = z.infer<typeof statutStructureSchema>

/** What a device of a site offers. Closed list, equal to PostgreSQL's `kind_dispositif`. */
export const kindDispositifSchema = z.enum([
  'URGENCE',
  'CONTINU',
  'REPOS',
  'HOTEL',
  'PAVILLON',
  'HEBERGEMENT',
  'LITS_MEDICALISES',
  'CONSOMMATION',
  'AMBULATOIRE',
  'AUTOMATE',
  'MOBILE',
])
export type KindDispositif = z.infer<typeof kindDispositifSchema>

/** How a capacity counts: per night, day and night, people at one time, people per day. Equal to PostgreSQL's `mode_capacite`. */
export const modeCapaciteSchema = z.enum(['NUIT', 'JOUR_NUIT', 'SIMULTANEE', 'PAR_JOUR'])
export type ModeCapacite = z.infer<typeof modeCapaciteSchema>

/** Whom a site is for, when it says so. An empty list means that nothing is known, not that everyone is welcome. */
export const publicSchema = z.enum([
  'MAJEURS',
  'USAGERS_ACTIFS',
  'FEMMES',
  'COUPLES',
  'PARENTS',
  'JEUNES_18_24',
  'PLUS_60',
  'MIGRANTS',
  'CHEMSEX',
  'TRAVAIL_DU_SEXE',
  'SORTANTS_DE_PRISON',
  'ANIMAUX',
  'MOBILITE_REDUITE',
])
export type Public = z.infer<typeof publicSchema>

/** What one finds there. */
export const serviceSchema = z.enum([
  'REPOS',
  'REPAS',
  'DOUCHE',
  'LAVERIE',
  'CONSIGNE',
  'MATERIEL',
  'CONSOMMATION',
  'NALOXONE',
  'TROD',
  'TSO',
  'INFIRMIER',
  'MEDECIN',
  'PSYCHIATRE',
  'PSYCHOLOGUE',
  'SEVRAGE',
  'DROITS',
  'JURISTE',
  'INTERPRETE',
  'DOMICILIATION',
  'HEBERGEMENT',
  'MARAUDE',
  'MEDIATION',
])
export type Service = z.infer<typeof serviceSchema>

/** Languages spoken by a team, ISO 639-1, and `lsf` for the French sign language. */
export const langueSchema = z.enum([
  'fr', 'en', 'ar', 'bn', 'bg', 'es', 'fa', 'hi', 'ka', 'ln', 'bm', 'ps', 'pl', 'pt', 'ro', 'ru', 'so', 'ta', 'ti', 'uk',
  'ur', 'wo', 'zh', 'lsf',
]) // prettier-ignore
export type Langue = z.infer<typeof langueSchema>

/** Facts of a sheet that may be unverified, and are then shown « à vérifier ». */
export const champAVerifierSchema = z.enum([
  'operateur',
  'commune',
  'adresse',
  'horaires',
  'capacite',
  'depuis',
  'statut',
  'services',
])
export type ChampAVerifier = z.infer<typeof champAVerifierSchema>
