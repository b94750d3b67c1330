import type { Departement } from '@/domain/territoire/territoire'
import type { Ligne, Niveau, Repere } from './axes'
import type { Demande } from './demande'
import type { Colonne } from './fait'
import { type Dimension, dimensionFor, type Indicateur, niveauxShown } from './indicateur'
import type { Cellule, Lecture } from './lecture'

/** A column of a section; `profondeur` 0 for the total, 1 and 2 for what it splits into. */
export type ColonneSection = Pick<Colonne, 'cle' | 'libelle' | 'profondeur' | 'decimales' | 'unite'>

/** One indicator of a report: lines x columns of figures already protected. Plain values, ready for screen, file or print. */
export type Section = {
  indicateur: string
  dimension: Dimension
  colonnes: readonly ColonneSection[]
  lignes: readonly Repere[]
  /** `cellules[ligne][colonne]` */
  cellules: readonly (readonly Cellule[])[]
  /** the same cells of the period just before, when the report is set beside it */
  avant?: readonly (readonly Cellule[])[]
}

// A commune where nobody went must be seen; a device that received nothing, or a place that is none, need not.
const silentWhenEmpty: readonly Niveau[] = [
  'DISPOSITIF',
  'STRUCTURE',
  'ORGANISATION',
  'NATURE',
  'NON_LOCALISE',
]

/**
 * Picks from the protected figures of its fact what one indicator shows for this request; details never met are left out.
 * `avant`: the figures of the period before, protected beside these, along the same axis.
 */
export function buildSection(
  indicateur: Indicateur,
  demande: Pick<Demande, 'par' | 'departement'>,
  lecture: Lecture,
  avant: Lecture | null = null,
): Section {
  const lectures = avant ? [lecture, avant] : [lecture]
  const dimension = dimensionFor(indicateur, demande.par)
  const { finest } = niveauxShown[dimension]
  const candidates = lecture.colonnes.filter(
    (colonne) => colonne.publie && indicateur.shows(colonne) && isShownAt(colonne, finest),
  )
  const reached = lecture.lignes.filter((ligne) => isShown(ligne, dimension, demande.departement))
  const isNothingIn = (ligne: Ligne, colonne: Colonne) =>
    lectures.every((each) => isNothing(each.cell(ligne, colonne)))
  const isNever = (colonne: Colonne) => reached.every((ligne) => isNothingIn(ligne, colonne))
  const shownColumns = candidates.filter((colonne) => colonne.profondeur < 2 || !isNever(colonne))
  const shownLines = reached.filter(
    (ligne) =>
      !silentWhenEmpty.includes(ligne.niveau) || shownColumns.some((each) => !isNothingIn(ligne, each)),
  )
  const cellsOf = (from: Lecture) =>
    shownLines.map((ligne) => shownColumns.map((each) => from.cell(ligne, each)))
  return {
    indicateur: indicateur.id,
    dimension,
    colonnes: shownColumns.map(({ cle, libelle, profondeur, decimales, unite }) => ({
      cle,
      libelle,
      profondeur,
      ...(decimales === undefined ? {} : { decimales }),
      ...(unite === undefined ? {} : { unite }),
    })),
    lignes: shownLines.map(({ cle, libelle, niveau, departement, ept }) => ({
      cle,
      libelle,
      niveau,
      departement,
      ept,
    })),
    cellules: cellsOf(lecture),
    ...(avant ? { avant: cellsOf(avant) } : {}),
  }
}

/** Whether the section counts nothing at all. */
export function isEmpty({ cellules, avant = [] }: Section): boolean {
  return [...cellules, ...avant].every((ligne) => ligne.every(isNothing))
}

/** Whether a cell of the section is hidden. */
export function hasSecret({ cellules, avant = [] }: Section): boolean {
  return [...cellules, ...avant].some((ligne) => ligne.includes('SECRET'))
}

function isNothing(cellule: Cellule): boolean {
  return cellule === 0 || cellule === 'SANS_OBJET'
}

function isShownAt({ niveaux }: Colonne, niveau: Niveau): boolean {
  return niveaux === undefined || niveaux.includes(niveau)
}

function isShown(ligne: Ligne, dimension: Dimension, departement: Departement | null): boolean {
  if (!ligne.publie || !niveauxShown[dimension].niveaux.includes(ligne.niveau)) return false
  return departement === null || dimension === 'trajet' || ligne.departement === departement
}
