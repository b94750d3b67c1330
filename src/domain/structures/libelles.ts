import type { Fraicheur } from './fraicheur'
import type {
  ChampAVerifier,
  KindDispositif,
  KindStructure,
  Langue,
  ModeCapacite,
  Public,
  Service,
  StatutStructure,
} from './listes'

/** How each kind of site is named on screen. The acronyms are the field's own words. */
export const libellesKind: Record<KindStructure, string> = {
  CAARUD: 'CAARUD',
  CSAPA: 'CSAPA',
  HSA: 'Halte soins addictions',
  ESPACE_REPOS: 'Espace de repos',
  HEBERGEMENT: 'Hébergement',
  HEBERGEMENT_HOTELIER: 'Hébergement hôtelier',
  LAM: 'LAM',
  LHSS: 'LHSS',
  ACT: 'ACT',
  CHRS: 'CHRS',
  MARAUDE: 'Maraude',
  MEDIATION: 'Médiation',
  COORDINATION: 'Coordination',
  AUTRE: 'Autre structure',
}

/** What the acronyms stand for, for who reads them for the first time. */
export const developpementsKind: Partial<Record<KindStructure, string>> = {
  CAARUD: 'Centre d’accueil et d’accompagnement à la réduction des risques pour usagers de drogues',
  CSAPA: 'Centre de soins, d’accompagnement et de prévention en addictologie',
  LAM: 'Lits d’accueil médicalisés',
  LHSS: 'Lits halte soins santé',
  ACT: 'Appartements de coordination thérapeutique',
  CHRS: 'Centre d’hébergement et de réinsertion sociale',
}

export const libellesStatut: Record<StatutStructure, string> = {
  ANNONCEE: 'Annoncée',
  CONTESTEE: 'Contestée',
  OUVERTE: 'En service',
  SUSPENDUE: 'Suspendue',
  FERMEE: 'Fermée',
}

export const libellesDispositif: Record<KindDispositif, string> = {
  URGENCE: 'Urgence',
  CONTINU: 'Séjour continu',
  REPOS: 'Repos',
  HOTEL: 'Hôtel',
  PAVILLON: 'Pavillon',
  HEBERGEMENT: 'Hébergement',
  LITS_MEDICALISES: 'Lits médicalisés',
  CONSOMMATION: 'Consommation supervisée',
  AMBULATOIRE: 'Accueil',
  AUTOMATE: 'Automate',
  MOBILE: 'Équipe mobile',
}

/** What one place of this capacity counts. */
export const libellesMode: Record<ModeCapacite, string> = {
  NUIT: 'places par nuit',
  JOUR_NUIT: 'places jour et nuit',
  SIMULTANEE: 'places en même temps',
  PAR_JOUR: 'personnes par jour',
}

export const libellesPublic: Record<Public, string> = {
  MAJEURS: 'Majeurs',
  USAGERS_ACTIFS: 'Personnes qui consomment',
  FEMMES: 'Femmes',
  COUPLES: 'Couples',
  PARENTS: 'Parents',
  JEUNES_18_24: '18–24 ans',
  PLUS_60: '60 ans et plus',
  MIGRANTS: 'Personnes migrantes',
  CHEMSEX: 'Chemsex',
  TRAVAIL_DU_SEXE: 'Travail du sexe',
  SORTANTS_DE_PRISON: 'Sortie de prison',
  ANIMAUX: 'Avec un animal',
  MOBILITE_REDUITE: 'Mobilité réduite',
}

export const libellesService: Record<Service, string> = {
  REPOS: 'Repos',
  REPAS: 'Repas, collation',
  DOUCHE: 'Douche, hygiène',
  LAVERIE: 'Laverie',
  CONSIGNE: 'Consigne',
  MATERIEL: 'Matériel de réduction des risques',
  CONSOMMATION: 'Consommation supervisée',
  NALOXONE: 'Naloxone',
  TROD: 'Dépistage rapide (TROD)',
  TSO: 'Traitement de substitution',
  INFIRMIER: 'Infirmier·e',
  MEDECIN: 'Médecin',
  PSYCHIATRE: 'Psychiatre',
  PSYCHOLOGUE: 'Psychologue',
  SEVRAGE: 'Sevrage',
  DROITS: 'Accès aux droits',
  JURISTE: 'Juriste',
  INTERPRETE: 'Interprète',
  DOMICILIATION: 'Domiciliation',
  HEBERGEMENT: 'Hébergement',
  MARAUDE: 'Maraude',
  MEDIATION: 'Médiation',
}

export const libellesLangue: Record<Langue, string> = {
  fr: 'Français',
  en: 'Anglais',
  ar: 'Arabe',
  bm: 'Bambara',
  bn: 'Bengali',
  bg: 'Bulgare',
  es: 'Espagnol',
  fa: 'Persan, dari',
  hi: 'Hindi',
  ka: 'Géorgien',
  ln: 'Lingala',
  pl: 'Polonais',
  ps: 'Pachto',
  pt: 'Portugais',
  ro: 'Roumain',
  ru: 'Russe',
  so: 'Somali',
  ta: 'Tamoul',
  ti: 'Tigrigna',
  uk: 'Ukrainien',
  ur: 'Ourdou',
  wo: 'Wolof',
  zh: 'Chinois',
  lsf: 'Langue des signes',
}

export const libellesChamp: Record<ChampAVerifier, string> = {
  operateur: 'opérateur',
  commune: 'commune',
  adresse: 'adresse',
  horaires: 'horaires',
  capacite: 'capacité',
  depuis: 'année d’ouverture',
  statut: 'statut',
  services: 'services',
}

export const libellesFraicheur: Record<Fraicheur, string> = {
  CONFIRMEE: 'Confirmée',
  A_CONFIRMER: 'À confirmer',
  PERIMEE: 'Périmée',
  JAMAIS: 'Jamais confirmée',
}
