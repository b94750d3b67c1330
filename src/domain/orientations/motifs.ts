import { z } from 'zod'

/** Why the structure refuses (side STRUCTURE). Never a judgement on the person, never a past behaviour. */
export const motifRefusSchema = z.enum(
  [
    'PLUS_DE_PLACE',
    'PUBLIC',
    'COUPLE',
    'ANIMAL',
    'ACCESSIBILITE',
    'TERRITOIRE',
    'SOINS',
    'EFFECTIF',
    'DELAI',
  ],
  'Motif de refus hors de la liste',
)
export type MotifRefus = z.infer<typeof motifRefusSchema>
/** The words of each code. */
export const libellesMotifRefus: Record<MotifRefus, string> = {
  PLUS_DE_PLACE: 'Plus de place',
  PUBLIC: 'Public que le lieu n’accueille pas',
  COUPLE: 'Pas de place pour un couple',
  ANIMAL: 'Animal non accueilli',
  ACCESSIBILITE: 'Lieu non accessible',
  TERRITOIRE: 'Hors du territoire du lieu',
  SOINS: 'Besoin de soins que le lieu n’assure pas',
  EFFECTIF: 'Équipe en nombre insuffisant',
  DELAI: 'Date impossible à tenir',
}

/** What the receiver proposes next when it refuses: a refusal never ends on nothing. */
export const suiteSchema = z.enum(
  ['RAPPELER_DEMAIN', 'AUTRE_DISPOSITIF', 'LISTE_ATTENTE', 'ACCUEIL_JOUR', 'SIAO_115', 'ECHANGER'],
  'Suite hors de la liste',
)
export type Suite = z.infer<typeof suiteSchema>
/** The words of each code. */
export const libellesSuite: Record<Suite, string> = {
  RAPPELER_DEMAIN: 'Redemander demain',
  AUTRE_DISPOSITIF: 'Demander à un autre dispositif',
  LISTE_ATTENTE: 'S’inscrire sur la liste d’attente',
  ACCUEIL_JOUR: 'Venir à l’accueil de jour',
  SIAO_115: 'Appeler le 115',
  ECHANGER: 'En parler ensemble au téléphone',
}

/** Why the person renounces (side PERSONNE). Her right: nothing counts it against her. */
export const motifRenoncementSchema = z.enum(
  ['AUTRE_SOLUTION', 'TROP_LOIN', 'SEPARATION', 'REGLES', 'SECURITE', 'RESTER', 'NON_DIT'],
  'Motif de renoncement hors de la liste',
)
export type MotifRenoncement = z.infer<typeof motifRenoncementSchema>
/** The words of each code. */
export const libellesMotifRenoncement: Record<MotifRenoncement, string> = {
  AUTRE_SOLUTION: 'A trouvé une autre solution',
  TROP_LOIN: 'Trop loin',
  SEPARATION: 'Séparation d’un proche ou d’un animal',
  REGLES: 'Règles du lieu',
  SECURITE: 'Ne s’y sentirait pas en sécurité',
  RESTER: 'Préfère rester où elle est',
  NON_DIT: 'N’a pas souhaité dire pourquoi',
}

/** Why the prescriber withdraws its request (side PRESCRIPTEUR). */
export const motifRetraitSchema = z.enum(
  ['PLACE_TROUVEE', 'PERDUE_DE_VUE', 'BESOIN_CHANGE', 'ACCORD_RETIRE', 'ERREUR'],
  'Motif de retrait hors de la liste',
)
export type MotifRetrait = z.infer<typeof motifRetraitSchema>
/** The words of each code. */
export const libellesMotifRetrait: Record<MotifRetrait, string> = {
  PLACE_TROUVEE: 'Place trouvée ailleurs',
  PERDUE_DE_VUE: 'Personne perdue de vue',
  BESOIN_CHANGE: 'Le besoin a changé',
  ACCORD_RETIRE: 'La personne a retiré son accord',
  ERREUR: 'Erreur de saisie',
}

/** Why nobody came (said by the receiver or by the clock). */
export const motifNonVenueSchema = z.enum(
  ['PAS_RETROUVEE', 'AILLEURS', 'REFUS_PORTE', 'TRANSPORT'],
  'Motif hors de la liste',
)
export type MotifNonVenue = z.infer<typeof motifNonVenueSchema>
/** The words of each code. */
export const libellesMotifNonVenue: Record<MotifNonVenue, string> = {
  PAS_RETROUVEE: 'Pas retrouvée',
  AILLEURS: 'Allée ailleurs',
  REFUS_PORTE: 'Refus à la porte',
  TRANSPORT: 'Pas de transport',
}

/** How a stay ended, when an orientation closes. */
export const issueSchema = z.enum(
  ['FIN_PREVUE', 'PASSAGE', 'DEPART', 'FIN_PAR_STRUCTURE', 'INCONNUE'],
  'Issue hors de la liste',
)
export type Issue = z.infer<typeof issueSchema>
/** The words of each code. */
export const libellesIssue: Record<Issue, string> = {
  FIN_PREVUE: 'Fin prévue du séjour',
  PASSAGE: 'Passage vers un autre lieu',
  DEPART: 'Départ choisi avant la fin',
  FIN_PAR_STRUCTURE: 'Fin décidée par la structure',
  INCONNUE: 'On ne sait pas',
}

/** Who was late when a request ended by itself (side HORLOGE). */
export const motifExpirationSchema = z.enum(['SANS_REPONSE', 'SANS_DECISION', 'ATTENTE_SANS_SUITE'])
export type MotifExpiration = z.infer<typeof motifExpirationSchema>
/** The words of each code. */
export const libellesMotifExpiration: Record<MotifExpiration, string> = {
  SANS_REPONSE: 'La structure qui reçoit n’a pas répondu à temps',
  SANS_DECISION: 'La structure qui reçoit étudiait la demande et n’a pas décidé à temps',
  ATTENTE_SANS_SUITE: 'Aucune place ne s’est libérée pendant l’attente',
}

/** Why a waiting list is not in the order of arrival any more: said at each change of rank, and read by all who ask. */
export const motifRangSchema = z.enum(
  ['DANGER', 'SANTE', 'GROSSESSE', 'FIN_DE_PRISE_EN_CHARGE', 'PLACE_ADAPTEE', 'INJOIGNABLE', 'ERREUR'],
  'Motif de rang hors de la liste',
)
export type MotifRang = z.infer<typeof motifRangSchema>
/** The words of each code. */
export const libellesMotifRang: Record<MotifRang, string> = {
  DANGER: 'Danger immédiat à la rue',
  SANTE: 'État de santé qui ne peut attendre',
  GROSSESSE: 'Grossesse',
  FIN_DE_PRISE_EN_CHARGE: 'Sortie d’hôpital ou fin d’hébergement',
  PLACE_ADAPTEE: 'La place qui se libère ne convient qu’à elle',
  INJOIGNABLE: 'Injoignable pour l’instant, garde sa demande',
  ERREUR: 'Erreur de saisie du rang',
}

/** What counted for a place in line on the day of entry: frozen, so that the order can be explained later. */
export const critereSchema = z.enum(
  ['RUE', 'SANTE', 'GROSSESSE', 'VIOLENCES', 'MINEUR_PROCHE', 'AGE_60', 'AGE_18_24', 'PROJET'],
  'Critère hors de la liste',
)
export type Critere = z.infer<typeof critereSchema>
/** The words of each code. */
export const libellesCritere: Record<Critere, string> = {
  RUE: 'Dort dehors',
  SANTE: 'Santé fragile',
  GROSSESSE: 'Grossesse',
  VIOLENCES: 'Violences subies',
  MINEUR_PROCHE: 'Enfant confié ou à retrouver',
  AGE_60: '60 ans et plus',
  AGE_18_24: '18-24 ans',
  PROJET: 'Projet en cours (soins, cure, logement)',
}

/** Why a follow-up ends or changes hands. */
export const motifFinSuiviSchema = z.enum(
  ['RELAIS', 'PERSONNE', 'PERDUE_DE_VUE', 'STABILISEE'],
  'Motif de fin de suivi hors de la liste',
)
export type MotifFinSuivi = z.infer<typeof motifFinSuiviSchema>
/** The words of each code. */
export const libellesMotifFinSuivi: Record<MotifFinSuivi, string> = {
  RELAIS: 'Relais pris par une autre équipe',
  PERSONNE: 'La personne l’a demandé',
  PERDUE_DE_VUE: 'Perdue de vue',
  STABILISEE: 'Situation stable, plus de suivi nécessaire',
}

const libelles: Readonly<Record<string, string>> = {
  ...libellesMotifExpiration,
  ...libellesMotifRang,
  ...libellesMotifFinSuivi,
  ...libellesMotifRefus,
  ...libellesMotifRenoncement,
  ...libellesMotifRetrait,
  ...libellesMotifNonVenue,
  ...libellesIssue,
}

/** The words of a reason stored on an orientation or on one of its events, whatever its side; the code itself if unknown. */
export function libelleMotif(code: string): string {
  return libelles[code] ?? code
}

const suites: Readonly<Record<string, string>> = libellesSuite

/** The words of a next step stored on an orientation; the code itself if unknown. */
export function libelleSuite(code: string): string {
  return suites[code] ?? code
}
