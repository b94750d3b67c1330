import type { Departement } from '@/domain/territoire/territoire'
import type { Noeud } from './tableau-brut'

/** What a line of a report stands for. */
export type Niveau =
  | 'COMMUNE'
  | 'EPT'
  | 'TERRITOIRE'
  | 'DEPARTEMENT'
  | 'TRAJET'
  | 'DISPOSITIF'
  | 'STRUCTURE'
  | 'ORGANISATION'
  | 'NATURE'
  | 'NON_LOCALISE'
  | 'ENSEMBLE'

/** How a line is named and placed. `departement`: null when it crosses both. `ept`: the name of a commune's, else null. */
export type Repere = {
  cle: string
  libelle: string
  niveau: Niveau
  departement: Departement | null
  ept: string | null
}

/** One line of an axis: which atoms it adds up, and how it is named. */
export type Ligne = Noeud & Repere

/**
 * Where facts happen (down to the commune, or to the department only), from where to where a person is oriented, which device,
 * structure or organisation is concerned.
 */
export type NomAxe = 'TERRITOIRE' | 'DEPARTEMENT' | 'TRAJET' | 'DISPOSITIF' | 'STRUCTURE' | 'ORGANISATION'

/** In the order of every report. */
export const departements: readonly Departement[] = ['75', '93']

// What hiding a line loses: a total is worth many communes, and goes last.
const poidsOf: Record<Niveau, number> = {
  COMMUNE: 1,
  DISPOSITIF: 1,
  STRUCTURE: 2,
  ORGANISATION: 4,
  NATURE: 4,
  NON_LOCALISE: 1,
  EPT: 4,
  TERRITOIRE: 6,
  TRAJET: 6,
  DEPARTEMENT: 25,
  ENSEMBLE: 100,
}

/** A line, published and belonging to no department nor EPT unless said otherwise. */
export function ligne(
  niveau: Niveau,
  cle: string,
  libelle: string,
  atomes: readonly string[],
  given: Partial<Ligne> = {},
): Ligne {
  const poids = poidsOf[niveau]
  return { cle, libelle, niveau, atomes, poids, departement: null, ept: null, publie: true, ...given }
}
