import { type CivilDate, toParis } from '../commun/civil-date'
import { type Fraicheur, fraicheur } from './fraicheur'
import { etatOuverture, type ExceptionHoraire, type Plage, plagesDuSite } from './horaires'
import { etatEnTexte, semaineEnTexte } from './horaires-texte'
import type {
  ChampAVerifier,
  KindDispositif,
  KindStructure,
  Langue,
  Public,
  Service,
  StatutStructure,
} from './listes'

/** Where a structure is drawn. COMMUNE: no point is known or may be shown; the centre of its commune stands for it. */
export type PointStructure = { longitude: number; latitude: number; precision: 'ADRESSE' | 'COMMUNE' }

/** Places to sleep in, free tonight. `changeLe`: when one of them last changed, ISO; null when none ever did. */
export type PlacesDuSoir = { libres: number; total: number; changeLe: string | null }

/** Devices where one can spend the night; the others' places are for the day. */
export const DISPOSITIFS_POUR_DORMIR: readonly KindDispositif[] = [
  'URGENCE',
  'CONTINU',
  'HOTEL',
  'PAVILLON',
  'HEBERGEMENT',
  'LITS_MEDICALISES',
]

/** What the base knows of a structure, as far as a list needs it. */
export type FaitsStructure = {
  slug: string
  nom: string
  kind: KindStructure
  statut: StatutStructure
  organisation: string
  commune: { nom: string; longitude: number; latitude: number } | null
  departement: string
  confidentiel: boolean
  /** point of the address in force, when there is one */
  adresse: { longitude: number; latitude: number } | null
  plages: readonly (Plage & { dispositifId: string | null })[]
  exceptions: readonly ExceptionHoraire[]
  confirmeeLe: Date | null
  aVerifier: ChampAVerifier[]
  publics: Public[]
  langues: Langue[]
  services: Service[]
  places: PlacesDuSoir | null
}

/** One line of the directory, one point of the map. Texts are in French, ready to show. */
export type ResumeStructure = Omit<
  FaitsStructure,
  'commune' | 'adresse' | 'plages' | 'exceptions' | 'confirmeeLe'
> & {
  commune: string | null
  point: PointStructure | null
  /** null: no hours are known */
  ouverte: boolean | null
  ouverture: string
  semaine: string
  fraicheur: Fraicheur
}

/** The line of a structure at this instant. */
export function resumeStructure(faits: FaitsStructure, now: Date): ResumeStructure {
  const { commune, adresse: _adresse, plages, exceptions, confirmeeLe, ...kept } = faits
  const horaires = { plages: plagesDuSite(plages), exceptions }
  const etat = etatOuverture(horaires, now)
  const today: CivilDate = toParis(now).date
  return {
    ...kept,
    commune: commune?.nom ?? null,
    point: pointOf(faits),
    ouverte: etat.etat === 'INCONNU' ? null : faits.statut === 'OUVERTE' && etat.etat === 'OUVERT',
    ouverture: etatEnTexte(etat, now),
    semaine: semaineEnTexte(horaires, today),
    fraicheur: fraicheur(confirmeeLe, now),
  }
}

type AdresseConnue = { au: Date | null; longitude: number | null; latitude: number | null }

/** The point of the address in force, the first given; null when it has none. */
export function pointOfAdresses(adresses: readonly AdresseConnue[]): FaitsStructure['adresse'] {
  const current = adresses.find(({ au }) => au === null)
  if (current === undefined || current.longitude === null || current.latitude === null) return null
  return { longitude: current.longitude, latitude: current.latitude }
}

/** The point of a structure. A confidential one is only ever drawn at the centre of its commune, even for its own team. */
export function pointOf({
  confidentiel,
  adresse,
  commune,
}: Pick<FaitsStructure, 'confidentiel' | 'adresse' | 'commune'>): PointStructure | null {
  if (adresse !== null && !confidentiel) return { ...adresse, precision: 'ADRESSE' }
  if (commune === null) return null
  return { longitude: commune.longitude, latitude: commune.latitude, precision: 'COMMUNE' }
}
