import type { Article } from '../maraudes/articles'
import type { StatutOrientation } from '../orientations/statuts'
import type { KindStructure } from '../structures/listes'
import type { PointStructure } from '../structures/resume'
import type { Departement } from '../territoire/territoire'
import type { CleDeScellement } from './pli'

/** A device one may ask a place from. `libres` is null when its places are not known; `libresLe` is when they last changed. */
export type DispositifDuPaquet = {
  id: string
  nom: string
  structure: string
  departement: Departement
  libres: number | null
  libresLe: string | null
}

/** A structure as the tablet lists and draws it; a pack kept from before has neither `kind` nor `point`. */
export type StructureDuPaquet = {
  id: string
  nom: string
  communeCode: string
  kind?: KindStructure
  point?: PointStructure
}

/** What a tablet reads before leaving: closed lists that live in the base, and who it works for. No person, no orientation. */
export type Paquet = {
  version: 1
  compte: { id: string; fonction: string; organisation: string }
  isDemonstration: boolean
  /** what this tablet seals its acts with */
  scellement: CleDeScellement
  /** hours without contact after which the tablet forgets what can be read on it */
  oubliApresHeures: number
  /** places where a stop may be, with a commune; confidential ones left out */
  structures: StructureDuPaquet[]
  /** structures of this account's organisation that may ask for a place */
  prescripteurs: { id: string; nom: string }[]
  dispositifs: DispositifDuPaquet[]
  articles: (Article & { actif: boolean })[]
  /** other organisations, to be named as partners */
  partenaires: string[]
  /** whose plan the server has to put under the map, null when it has none; a pack kept from before does not say */
  fournisseurDuPlan?: string | null
}

/** Where a request made by this account stands. Instants are ISO 8601 texts. */
export type DemandeSuivie = {
  id: string
  statut: StatutOrientation
  dispositif: string | null
  structure: string | null
  /** end of the hold, while a place is held */
  tenueJusqua: string | null
  motif: string | null
  suite: string | null
}
