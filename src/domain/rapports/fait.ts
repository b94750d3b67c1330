import type { DispositifConnu } from './axe-dispositifs'
import type { Niveau, NomAxe } from './axes'
import type { Noeud } from './tableau-brut'

/** SQL functions that count, one by kind of rows: `rapport_contacts`, `rapport_heures`… (migration 0003_rapports). */
export type NomFonction =
  'heures' | 'maraudes' | 'contacts' | 'materiel' | 'besoins' | 'orientations' | 'refus' | 'places'

/** Which threshold protects a column: none (no person is counted), plain counts, or crossings that touch health. */
export type Seuil = 'AUCUN' | 'SIMPLE' | 'SANTE'

/** Persons under which a cell is hidden, from the settings. */
export type Seuils = { simple: number; sante: number }

/** A column that the SQL function returns. `niveaux`: the only lines for which it is ever shown; absent: all. */
export type Colonne = Noeud & {
  libelle: string
  seuil: Seuil
  /** 0 for a total, 1 for what it splits into, 2 for the detail of that */
  profondeur: 0 | 1 | 2
  niveaux?: readonly Niveau[]
}

/** Lists kept in the base that columns and lines are made of. */
export type Referentiel = {
  articles: readonly { code: string; libelle: string; groupe: string }[]
  dispositifs: readonly DispositifConnu[]
}

/**
 * Rows counted together, with every margin that can be shown of them. Indicators that share rows share their fact, because
 * what one shows may give back what another hides.
 */
export type Fait = {
  nom: string
  fonction: NomFonction
  axe: NomAxe
  /** counted at 4 in the morning of each night: the current night may not be yet */
  compteA4h?: true
  colonnes: (referentiel: Referentiel) => readonly Colonne[]
}

/** A leaf, a total or an implied column; give what differs from a plain published leaf. */
export function colonne(
  cle: string,
  libelle: string,
  given: Partial<Colonne> & Pick<Colonne, 'seuil'>,
): Colonne {
  return { cle, libelle, atomes: [cle], poids: 1, publie: true, profondeur: 0, ...given }
}
