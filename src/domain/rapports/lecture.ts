import { axeDispositifs } from './axe-dispositifs'
import { axeTerritoire } from './axe-territoire'
import { axeTrajets } from './axe-trajets'
import type { Ligne } from './axes'
import type { Colonne, Fait, Referentiel, Seuil, Seuils } from './fait'
import { protect } from './petits-effectifs'
import { cellKey, type Croisement, type TableauBrut } from './tableau-brut'

/** What the SQL function of a fact returns: only what is not zero. */
export type Compte = { ligne: string; colonne: string; valeur: number; effectif: number }

/** A figure, or the statistical secret. Never a silent zero. */
export type Cellule = number | 'SECRET'

const nothing: Croisement = { valeur: 0, effectif: 0 }

/** Every figure of a fact over a period, protected together: whatever is shown of it, in one screen or ten, agrees. */
export type Lecture = {
  lignes: readonly Ligne[]
  colonnes: readonly Colonne[]
  cell: (ligne: Ligne, colonne: Colonne) => Cellule
}

/** Protects all that a fact can show, margins and implied figures included, before anything is chosen from it. */
export function protectFait(
  fait: Fait,
  referentiel: Referentiel,
  comptes: readonly Compte[],
  seuils: Seuils,
): Lecture {
  const lignes = axeOf(fait, referentiel)
  const colonnes = fait.colonnes(referentiel)
  const tableau = tableauOf(lignes, colonnes, comptes, seuils)
  const secrets = protect(tableau)
  return {
    lignes,
    colonnes,
    cell: ({ cle: ligne }, { cle: colonne }) =>
      secrets.has(cellKey(ligne, colonne)) ? 'SECRET' : tableau.read(ligne, colonne).valeur,
  }
}

/** The lines along which a fact is counted. */
export function axeOf({ axe }: Fait, { dispositifs }: Referentiel): readonly Ligne[] {
  switch (axe) {
    case 'TERRITOIRE':
      return axeTerritoire
    case 'TRAJET':
      return axeTrajets
    case 'DISPOSITIF':
      return axeDispositifs(dispositifs)
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
