import type { Niveau } from './axes'
import type { Colonne, Fait } from './fait'

/** How a report is cut: by commune, EPT, department, named territory; by route; by device or what gathers devices. */
export const dimensions = [
  'commune',
  'ept',
  'departement',
  'territoire',
  'trajet',
  'dispositif',
  'structure',
  'organisation',
  'nature',
] as const
export type Dimension = (typeof dimensions)[number]

/** How each cut is named. */
export const libellesDimension: Record<Dimension, string> = {
  commune: 'Commune',
  ept: 'EPT',
  departement: 'Département',
  territoire: 'Territoire',
  trajet: 'Trajet',
  dispositif: 'Dispositif',
  structure: 'Structure',
  organisation: 'Organisation',
  nature: 'Nature de dispositif',
}

/** Lines shown for each cut, and the finest of them: what its columns must be shown for. */
export const niveauxShown: Record<Dimension, { finest: Niveau; niveaux: readonly Niveau[] }> = {
  commune: { finest: 'COMMUNE', niveaux: ['COMMUNE', 'EPT', 'DEPARTEMENT', 'NON_LOCALISE', 'ENSEMBLE'] },
  ept: { finest: 'EPT', niveaux: ['EPT', 'DEPARTEMENT', 'NON_LOCALISE', 'ENSEMBLE'] },
  departement: { finest: 'DEPARTEMENT', niveaux: ['DEPARTEMENT', 'NON_LOCALISE', 'ENSEMBLE'] },
  territoire: { finest: 'TERRITOIRE', niveaux: ['EPT', 'TERRITOIRE', 'ENSEMBLE'] },
  trajet: { finest: 'TRAJET', niveaux: ['TRAJET', 'ENSEMBLE'] },
  dispositif: { finest: 'DISPOSITIF', niveaux: ['DISPOSITIF', 'DEPARTEMENT', 'NON_LOCALISE', 'ENSEMBLE'] },
  structure: { finest: 'STRUCTURE', niveaux: ['STRUCTURE', 'DEPARTEMENT', 'NON_LOCALISE', 'ENSEMBLE'] },
  organisation: { finest: 'ORGANISATION', niveaux: ['ORGANISATION', 'NON_LOCALISE', 'ENSEMBLE'] },
  nature: { finest: 'NATURE', niveaux: ['NATURE', 'NON_LOCALISE', 'ENSEMBLE'] },
}

/** Headings of the catalogue, in order. */
export const themes = [
  'Présence',
  'Rencontres',
  'Actes',
  'Matériel',
  'Besoins',
  'Orientations',
  'Places',
  'Séjours',
] as const
export type Theme = (typeof themes)[number]

/**
 * One figure of the catalogue: what it counts, in words that a reader can check, and which columns of which fact hold it.
 * `version` grows each time the definition or the count changes; exports record it.
 */
export type Indicateur = {
  id: string
  version: number
  theme: Theme
  nom: string
  definition: string
  unite: string
  decimales: 0 | 1
  /** the rows it is counted from, as the screens name them */
  source: string
  limites: readonly string[]
  /** cuts that make sense, the usual one first */
  dimensions: readonly Dimension[]
  fait: Fait
  shows: (colonne: Colonne) => boolean
}

/** The cut to use for this indicator when this one is asked: itself, or the indicator's usual one. */
export function dimensionFor(indicateur: Indicateur, asked: Dimension): Dimension {
  return indicateur.dimensions.includes(asked) ? asked : (indicateur.dimensions[0] ?? asked)
}

/** The cuts of everything that happens in a place. */
export const dimensionsTerritoire: readonly Dimension[] = ['commune', 'ept', 'departement', 'territoire']

/** The cuts of everything that happens in a device. */
export const dimensionsDispositif: readonly Dimension[] = [
  'dispositif',
  'structure',
  'organisation',
  'nature',
  'departement',
]
