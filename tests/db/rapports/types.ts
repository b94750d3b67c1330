import type { CivilDate } from '@/domain/commun/civil-date'
import type { Cote, Monde } from '../socle/monde'

export type Personne = {
  id: string
  organisation: string
  genre: string
  tranche: string
  row: Readonly<Record<string, unknown>>
}

export type Incident = { arret: Arret; kind: string; personnes: number; doses: number }
export type Message = { arret: Arret; carte: string; personnes: number }

export type Orientation = {
  from: Cote
  /** null: asked of any device that fits */
  to: Cote | null
  /** who prescribes: the side's own structure, or its second one, closed since */
  structure: string
  souhait: Date
  envoyee: Date | null
  reponse: Date | null
  placee: Date | null
  statut: string
  motif: string | null
  personnes: number
  personne: Personne | null
  row: Readonly<Record<string, unknown>>
}
export type Sejour = {
  side: Cote
  debut: Date
  fin: Date
  personnes: number
  personne: Personne | null
  /** null: no exit was noted */
  destination: string | null
  acquis: readonly string[]
  row: Readonly<Record<string, unknown>>
}

export type Maraude = {
  id: string
  organisation: string
  secteur: string | null
  debut: Date
  fin: Date | null
  nuit: CivilDate
}
export type Arret = {
  id: string
  maraude: Maraude
  commune: string
  arrivee: Date
  depart: Date | null
  statut: 'ACTIF' | 'REMPLACE' | 'EN_CONFLIT'
  mediations: number
}
export type Rencontre = { arret: Arret; genre: string; tranche: string; connus: number; nouveaux: number }
export type Remise = {
  arret: Arret
  article: string
  groupe: string
  sens: 'DONNE' | 'RECUPERE' | 'REALISE'
  quantite: number
}
export type Besoin = {
  arret: Arret
  kind: string
  personnes: number
  reponse: string
  cause: string | null
}
/** A passage at the door of a side's device. `jour`: the day of the space, from 6 to 6. */
export type Entree = {
  side: Cote
  jour: CivilDate
  le: Date
  kind: 'ENTREE' | 'SORTIE' | 'REFUS'
  personnes: number
  femmes: number
  annulee: boolean
}
export type BesoinInscrit = {
  organisation: string
  departement: string
  kind: string
  cause: string
  personnes: number
  le: Date
}
/** `personne` null: forgotten since. `close` null: still open. */
export type Relance = {
  side: Cote
  personne: Personne | null
  statut: string
  manque: Date
  close: Date | null
}
export type Objectif = { personne: Personne; kind: string; statut: string; le: Date }
export type Donnees = {
  monde: Monde
  maraudes: Maraude[]
  arrets: Arret[]
  rencontres: Rencontre[]
  remises: Remise[]
  besoins: Besoin[]
  incidents: Incident[]
  messages: Message[]
  personnes: Personne[]
  /** a second structure of Seine-Saint-Denis, closed since, which sent orientations */
  seconde: string
  /** when a side's place is closed, by itself or with its device; two may overlap */
  fermetures: { side: Cote; sur: 'place' | 'dispositif'; du: Date; au: Date }[]
  entrees: Entree[]
  registre: BesoinInscrit[]
  relances: Relance[]
  objectifs: Objectif[]
  orientations: Orientation[]
  sejours: Sejour[]
  /** sides whose one place is counted */
  places: readonly Cote[]
}
