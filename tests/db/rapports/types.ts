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
  sens: 'DONNE' | 'RECUPERE'
  quantite: number
}
export type Besoin = {
  arret: Arret
  kind: string
  personnes: number
  reponse: string
  cause: string | null
}
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
  /** nights when the place of Paris is closed */
  fermeture: { du: Date; au: Date }
  orientations: Orientation[]
  sejours: Sejour[]
  /** sides whose one place is counted */
  places: readonly Cote[]
}
