import { libellesGenre, libellesSituation, libellesTrancheAge } from '../commun/profil'
import { articles } from '../maraudes/articles'
import {
  libellesAmbiance,
  libellesBesoin,
  libellesCause,
  libellesIncident,
  libellesMode,
  libellesReponse,
  libellesSens,
  messagesRdr,
} from '../maraudes/listes'
import { libellesEcheance } from '../orientations/statuts'
import { type Kind, kindSchema } from '../sync/operation'
import { communes } from '../territoire/communes'

/** How one field of an act is read and typed. COMPTE: a list only counted. RENVOI: the id of another row, never typed. */
export type NatureChamp =
  'TEXTE' | 'LONG' | 'NOMBRE' | 'INSTANT' | 'DATE' | 'OUI_NON' | 'CHOIX' | 'MOTS' | 'COMPTE' | 'RENVOI'

/** One field. `choix`: the words of each accepted value. `isFixe`: shown, kept as received, or taken out, never typed. */
export type Champ = {
  nom: string
  libelle: string
  nature: NatureChamp
  choix?: Readonly<Record<string, string>>
  isFixe?: true
}

/** Lines of one list of an act. */
export type Groupe = { nom: string; libelle: string; champs: readonly Champ[] }

/** Everything an act of one kind may hold. */
export type Forme = { champs: readonly Champ[]; groupes: readonly Groupe[] }

const lieux = Object.fromEntries(communes.map(({ code, nom }) => [code, nom]))
const catalogue = Object.fromEntries(articles.map(({ code, libelle }) => [code, libelle]))
const profil: readonly Champ[] = [
  { nom: 'genre', libelle: 'Genre', nature: 'CHOIX', choix: libellesGenre },
  { nom: 'trancheAge', libelle: 'Âge', nature: 'CHOIX', choix: libellesTrancheAge },
]
const maraude: Champ = { nom: 'maraudeId', libelle: 'Maraude', nature: 'RENVOI', isFixe: true }
const personnes: Champ = { nom: 'personnes', libelle: 'Personnes', nature: 'NOMBRE' }

const arret: Forme = {
  champs: [
    maraude,
    { nom: 'communeCode', libelle: 'Commune', nature: 'CHOIX', choix: lieux },
    { nom: 'structureId', libelle: 'Structure', nature: 'RENVOI', isFixe: true },
    { nom: 'cellule', libelle: 'Cellule', nature: 'RENVOI', isFixe: true },
    { nom: 'lieu', libelle: 'Lieu', nature: 'TEXTE' },
    { nom: 'arrivee', libelle: 'Arrivée', nature: 'INSTANT' },
    { nom: 'depart', libelle: 'Départ', nature: 'INSTANT' },
    { nom: 'ambiance', libelle: 'Ambiance', nature: 'CHOIX', choix: libellesAmbiance },
    { nom: 'presencePoliciere', libelle: 'Présence policière', nature: 'OUI_NON' },
    { nom: 'mediations', libelle: 'Médiations', nature: 'NOMBRE' },
    { nom: 'note', libelle: 'Note', nature: 'LONG' },
  ],
  groupes: [
    {
      nom: 'rencontres',
      libelle: 'Rencontre',
      champs: [
        ...profil,
        { nom: 'situation', libelle: 'Situation', nature: 'CHOIX', choix: libellesSituation },
        { nom: 'connus', libelle: 'Connues', nature: 'NOMBRE' },
        { nom: 'nouveaux', libelle: 'Nouvelles', nature: 'NOMBRE' },
      ],
    },
    {
      nom: 'materiel',
      libelle: 'Matériel',
      champs: [
        { nom: 'article', libelle: 'Article', nature: 'CHOIX', choix: catalogue },
        { nom: 'sens', libelle: 'Sens', nature: 'CHOIX', choix: libellesSens },
        { nom: 'quantite', libelle: 'Quantité', nature: 'NOMBRE' },
      ],
    },
    {
      nom: 'besoins',
      libelle: 'Besoin',
      champs: [
        { nom: 'kind', libelle: 'Besoin', nature: 'CHOIX', choix: libellesBesoin },
        personnes,
        { nom: 'reponse', libelle: 'Réponse', nature: 'CHOIX', choix: libellesReponse },
        { nom: 'cause', libelle: 'Cause', nature: 'CHOIX', choix: libellesCause },
      ],
    },
    {
      nom: 'incidents',
      libelle: 'Incident',
      champs: [
        { nom: 'kind', libelle: 'Incident', nature: 'CHOIX', choix: libellesIncident },
        personnes,
        { nom: 'doses', libelle: 'Doses', nature: 'NOMBRE' },
      ],
    },
    {
      nom: 'messages',
      libelle: 'Message de RdR',
      champs: [{ nom: 'carte', libelle: 'Message', nature: 'CHOIX', choix: messagesRdr }, personnes],
    },
  ],
}

const formes: Record<Kind, Forme> = {
  'maraude.ouvrir': {
    champs: [
      { nom: 'secteurCode', libelle: 'Secteur', nature: 'CHOIX', choix: lieux },
      { nom: 'mode', libelle: 'Mode', nature: 'CHOIX', choix: libellesMode },
      { nom: 'equipe', libelle: 'Équipe', nature: 'NOMBRE' },
      { nom: 'partenaires', libelle: 'Partenaires', nature: 'MOTS' },
      { nom: 'debut', libelle: 'Début', nature: 'INSTANT' },
    ],
    groupes: [],
  },
  'arret.noter': arret,
  'arret.corriger': {
    ...arret,
    champs: [
      ...arret.champs,
      { nom: 'remplaceId', libelle: 'Arrêt corrigé', nature: 'RENVOI', isFixe: true },
    ],
  },
  'maraude.clore': {
    champs: [
      maraude,
      { nom: 'fin', libelle: 'Fin', nature: 'INSTANT' },
      { nom: 'transmission', libelle: 'Transmission', nature: 'LONG' },
      { nom: 'couverture', libelle: 'Cellules parcourues', nature: 'COMPTE', isFixe: true },
    ],
    groupes: [],
  },
  'place.demander': {
    champs: [
      { nom: 'arretId', libelle: 'Arrêt', nature: 'RENVOI', isFixe: true },
      { nom: 'prescripteurStructureId', libelle: 'Structure qui demande', nature: 'RENVOI', isFixe: true },
      { nom: 'receveurDispositifId', libelle: 'Dispositif demandé', nature: 'RENVOI', isFixe: true },
      {
        nom: 'echeance',
        libelle: 'Pour quand',
        nature: 'CHOIX',
        choix: libellesEcheance,
      },
      { nom: 'pourLe', libelle: 'Pour le', nature: 'DATE' },
      ...profil,
      personnes,
      { nom: 'couple', libelle: 'En couple', nature: 'OUI_NON' },
      { nom: 'animaux', libelle: 'Avec animal', nature: 'OUI_NON' },
      { nom: 'mobilite', libelle: 'Accès de plain-pied', nature: 'OUI_NON' },
      { nom: 'femmesSeulement', libelle: 'Femmes seulement', nature: 'OUI_NON' },
      { nom: 'souhaitLe', libelle: 'Souhait dit', nature: 'INSTANT' },
      { nom: 'personneCode', libelle: 'Code', nature: 'TEXTE', isFixe: true },
      { nom: 'personne', libelle: 'Personne décrite', nature: 'RENVOI', isFixe: true },
      { nom: 'consentement', libelle: 'Accord recueilli', nature: 'RENVOI', isFixe: true },
    ],
    groupes: [],
  },
}

/** The form of an act of this kind; null for a kind this version does not know. */
export function formeDe(kind: string): Forme | null {
  const known = kindSchema.safeParse(kind)
  return known.success ? formes[known.data] : null
}
