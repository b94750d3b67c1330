import type { Ligne } from './axes'
import type { Colonne, Seuil, Seuils } from './fait'
import { protect } from './petits-effectifs'
import { cellKey, type Croisement, type TableauBrut } from './tableau-brut'

/** What the SQL function of a fact returns: only what is not zero. */
export type Compte = { ligne: string; colonne: string; valeur: number; effectif: number }

/** A figure, or the statistical secret. Never a silent zero. */
export type Cellule = number | 'SECRET'

/** Every figure of a fact over a period, protected together: whatever is shown of it, in one screen or ten, agrees. */
export type Lecture = { cell: (ligne: Ligne, colonne: Colonne) => Cellule }

const nothing: Croisement = { valeur: 0, effectif: 0 }

/** Protects all that a fact can show, margins and implied figures included, before anything is chosen from it. */
export function protectFait(
  lignes: readonly Ligne[],
  colonnes: readonly Colonne[],
  comptes: readonly Compte[],
  seuils: Seuils,
): Lecture {
  const tableau = tableauOf(lignes, colonnes, comptes, seuils)
  const secrets = protect(tableau)
  return {
    cell: ({ cle: ligne }, { cle: colonne }) =>
      secrets.has(cellKey(ligne, colonne)) ? 'SECRET' : tableau.read(ligne, colonne).valeur,
  }
}

/** The table to protect, with its thresholds in persons. */
export function tableauOf(
  lignes: readonly Ligne[],
  colonnes: readonly Colonne[],
  comptes: readonly Compte[],
  seuils: Seuils,
): TableauBrut {
  const parCellule = new Map(comptes.map((compte) => [cellKey(compte.ligne, compte.colonne), compte]))
  const niveaux = new Map(lignes.map(({ cle, niveau }) => [cle, niveau]))
  const limites = new Map(colonnes.map((colonne) => [colonne.cle, colonne.niveaux]))
  return {
    lignes,
    colonnes: colonnes.map((colonne) => ({ ...colonne, seuil: personnes(colonne.seuil, seuils) })),
    read: (ligne, colonne) => parCellule.get(cellKey(ligne, colonne)) ?? nothing,
    covers: (ligne, colonne) => {
      const niveau = niveaux.get(ligne)
      const shown = limites.get(colonne)
      return shown === undefined || (niveau !== undefined && shown.includes(niveau))
    },
  }
}

function personnes(seuil: Seuil, seuils: Seuils): number {
  switch (seuil) {
    case 'AUCUN':
      return 0
    case 'SIMPLE':
      return seuils.simple
    case 'SANTE':
      return seuils.sante
  }
}
