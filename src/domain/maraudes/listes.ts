import { z } from 'zod'

/** Closed list, equal to PostgreSQL's `mode_maraude`. */
export const modeMaraudeSchema = z.enum(['A_PIED', 'CAMION', 'BUS', 'VELO'], 'Mode hors de la liste')
export type ModeMaraude = z.infer<typeof modeMaraudeSchema>
/** How each mode is named on screen. */
export const libellesMode: Record<ModeMaraude, string> = {
  A_PIED: 'À pied',
  CAMION: 'Camion',
  BUS: 'Bus',
  VELO: 'Vélo',
}

/** Closed list, equal to PostgreSQL's `statut_maraude`. */
export const statutMaraudeSchema = z.enum(['EN_COURS', 'CLOSE', 'VALIDEE'])
export type StatutMaraude = z.infer<typeof statutMaraudeSchema>
/** How each state of a round is named on screen. */
export const libellesStatutMaraude: Record<StatutMaraude, string> = {
  EN_COURS: 'En cours',
  CLOSE: 'Close',
  VALIDEE: 'Validée',
}

/** Closed list, equal to PostgreSQL's `ambiance`. */
export const ambianceSchema = z.enum(['CALME', 'TENSIONS', 'VIOLENCES'], 'Ambiance hors de la liste')
export type Ambiance = z.infer<typeof ambianceSchema>
/** How each ambiance is named on screen. */
export const libellesAmbiance: Record<Ambiance, string> = {
  CALME: 'Calme',
  TENSIONS: 'Tensions',
  VIOLENCES: 'Violences',
}

/** Closed list, equal to PostgreSQL's `statut_arret`. Only ACTIF is counted. */
export const statutArretSchema = z.enum(['ACTIF', 'REMPLACE', 'EN_CONFLIT'])
export type StatutArret = z.infer<typeof statutArretSchema>
/** How each state of a stop is named on screen. */
export const libellesStatutArret: Record<StatutArret, string> = {
  ACTIF: 'Compté',
  REMPLACE: 'Corrigé depuis',
  EN_CONFLIT: 'Correction en double',
}

/** Closed list, equal to PostgreSQL's `sens_materiel`. REALISE is for tests alone, and says nothing of their result. */
export const sensMaterielSchema = z.enum(['DONNE', 'RECUPERE', 'REALISE'], 'Sens hors de la liste')
export type SensMateriel = z.infer<typeof sensMaterielSchema>
/** How each direction is named on screen. */
export const libellesSens: Record<SensMateriel, string> = {
  DONNE: 'Donné',
  RECUPERE: 'Récupéré',
  REALISE: 'Test réalisé',
}

/** Closed list, equal to PostgreSQL's `kind_besoin`. An expressed need starts the clock of indicator 1. */
export const kindBesoinSchema = z.enum(
  ['DORMIR', 'SE_LAVER', 'MANGER', 'SOINS', 'SEVRAGE', 'PSY', 'DROITS', 'PAPIERS', 'TELEPHONE', 'ACTIVITE'],
  'Besoin hors de la liste',
)
export type KindBesoin = z.infer<typeof kindBesoinSchema>
/** How each need is named on screen. */
export const libellesBesoin: Record<KindBesoin, string> = {
  DORMIR: 'Dormir',
  SE_LAVER: 'Se laver',
  MANGER: 'Manger',
  SOINS: 'Soins',
  SEVRAGE: 'Sevrage',
  PSY: 'Psy',
  DROITS: 'Droits',
  PAPIERS: 'Papiers',
  TELEPHONE: 'Téléphone',
  ACTIVITE: 'Activité',
}

/** Closed list, equal to PostgreSQL's `reponse_besoin`. */
export const reponseBesoinSchema = z.enum(['REPONDU', 'ORIENTE', 'SANS_REPONSE'], 'Réponse hors de la liste')
export type ReponseBesoin = z.infer<typeof reponseBesoinSchema>
/** How each answer to a need is named on screen. */
export const libellesReponse: Record<ReponseBesoin, string> = {
  REPONDU: 'Répondu sur place',
  ORIENTE: 'Orienté',
  SANS_REPONSE: 'Sans réponse',
}

/** Why a need stayed without an answer: the codes of the « registre des besoins sans réponse ». Never about the person. */
export const causeSansReponseSchema = z.enum(
  [
    'PAS_DE_PLACE',
    'FERME',
    'TROP_LOIN',
    'ATTENTE_TROP_LONGUE',
    'CRITERES',
    'PAS_DE_MOYENS',
    'PAS_DE_REPONSE',
    'AUTRE',
  ],
  'Cause hors de la liste',
)
export type CauseSansReponse = z.infer<typeof causeSansReponseSchema>
/** How each cause is named on screen. */
export const libellesCause: Record<CauseSansReponse, string> = {
  PAS_DE_PLACE: 'Pas de place',
  FERME: 'Fermé à cette heure',
  TROP_LOIN: 'Trop loin',
  ATTENTE_TROP_LONGUE: 'Attente trop longue',
  CRITERES: 'Critères d’accueil (couple, animal, âge)',
  PAS_DE_MOYENS: 'Pas de moyens ce soir',
  PAS_DE_REPONSE: 'Personne n’a répondu',
  AUTRE: 'Autre cause',
}

/** Closed list, equal to PostgreSQL's `kind_incident`. */
export const kindIncidentSchema = z.enum(
  ['SURDOSE', 'NALOXONE', 'AES', 'VIOLENCE', 'AUTRE'],
  'Incident hors de la liste',
)
export type KindIncident = z.infer<typeof kindIncidentSchema>
/** How each incident is named on screen. */
export const libellesIncident: Record<KindIncident, string> = {
  SURDOSE: 'Surdose',
  NALOXONE: 'Naloxone administrée',
  AES: 'Accident d’exposition au sang',
  VIOLENCE: 'Violence',
  AUTRE: 'Autre incident',
}

/** Risk-reduction messages one can give on the pavement, counted as given. The code is stored, the words may improve. */
export const messagesRdr = {
  'pas-seul': 'Ne pas consommer seul',
  naloxone: 'Surdose : reconnaître et réagir',
  'materiel-propre': 'Un matériel neuf, à soi',
  inhalation: 'Pipe : lèvres, brûlures, embout',
  injection: 'Injection à moindre risque',
  melanges: 'Mélanges dangereux',
  'eau-repos': 'Boire, manger, dormir',
  depistage: 'Dépistage VIH, hépatites',
} as const satisfies Record<string, string>
export type CarteRdr = keyof typeof messagesRdr
