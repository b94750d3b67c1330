import type { DispositifConnu } from './axe-dispositifs'
import type { OrganisationConnue } from './axe-organisations'
import type { StructureConnue } from './axe-structures'
import type { Niveau, NomAxe } from './axes'
import type { Noeud } from './tableau-brut'

/** SQL functions that count atom by atom, one by kind of rows: `rapport_contacts`… (migrations 0013 and later). */
export const fonctionsParAtome = [
  'heures',
  'contacts',
  'materiel',
  'besoins',
  'actes',
  'orientations',
  'refus',
  'places',
  'sejours',
  'file_active',
  'registre',
  'reprises',
  'demarches',
  'montees',
] as const

/** SQL functions that are given the axis, because what they count does not add up: distinct rounds, medians, peaks. */
export const fonctionsParNoeud = ['maraudes', 'visites', 'delais', 'durees', 'repos', 'attentes'] as const

export type FonctionParAtome = (typeof fonctionsParAtome)[number]
export type FonctionParNoeud = (typeof fonctionsParNoeud)[number]
export type NomFonction = FonctionParAtome | FonctionParNoeud

/** Whether this function is given the axis. */
export function isCountedByNode(fonction: NomFonction): fonction is FonctionParNoeud {
  return fonctionsParNoeud.some((each) => each === fonction)
}

/** Which threshold protects a column: none (no person is counted), plain counts, or crossings that touch health. */
export type Seuil = 'AUCUN' | 'SIMPLE' | 'SANTE'

/** Persons under which a cell is hidden, from the settings. */
export type Seuils = { simple: number; sante: number }

/**
 * What is not a count: a median that the SQL function returns, or a rate in percent, of counts to other counts. It is shown where all the
 * counts that guard it are, and secret elsewhere.
 */
export type Mesure = {
  gardes: readonly string[]
  taux?: { part: readonly string[]; tout: readonly string[] }
}

/** A column that the SQL function returns. `niveaux`: the only lines for which it is ever shown; absent: all. */
export type Colonne = Noeud & {
  libelle: string
  seuil: Seuil
  /** absent: a count, which adds up along the axis */
  mesure?: Mesure
  /** when they differ from its indicator's */
  decimales?: 0 | 1
  unite?: string
  /** 0 for a total, 1 for what it splits into, 2 for the detail of that */
  profondeur: 0 | 1 | 2
  niveaux?: readonly Niveau[]
}

/** Lists kept in the base that columns and lines are made of. */
export type Referentiel = {
  articles: readonly { code: string; libelle: string; groupe: string }[]
  dispositifs: readonly DispositifConnu[]
  structures: readonly StructureConnue[]
  organisations: readonly OrganisationConnue[]
}

/**
 * Rows counted together, with every margin that can be shown of them. Indicators that share rows share their fact, because
 * what one shows may give back what another hides.
 */
export type Fait = {
  nom: string
  fonction: NomFonction
  axe: NomAxe
  /** what the SQL function's unit is to the indicator's: 3,600,000 milliseconds make an hour */
  diviseur?: number
  /** counted at 4 in the morning of each night: the current night may not be yet */
  compteA4h?: true
  colonnes: (referentiel: Referentiel) => readonly Colonne[]
}

/** A median or a rate, guarded by these counts. */
export function mesure(
  cle: string,
  libelle: string,
  given: Mesure & Partial<Pick<Colonne, 'profondeur' | 'decimales' | 'unite' | 'niveaux'>>,
): Colonne {
  const { gardes, taux, ...rest } = given
  const guarded = taux === undefined ? { gardes } : { gardes, taux }
  return colonne(cle, libelle, { seuil: 'AUCUN', atomes: [], mesure: guarded, ...rest })
}

/** A leaf, a total or an implied column; give what differs from a plain published leaf. */
export function colonne(
  cle: string,
  libelle: string,
  given: Partial<Colonne> & Pick<Colonne, 'seuil'>,
): Colonne {
  return { cle, libelle, atomes: [cle], poids: 1, publie: true, profondeur: 0, ...given }
}
