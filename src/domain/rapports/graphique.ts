import type { Cellule } from './lecture'
import type { Repere } from './axes'
import { niveauxShown } from './indicateur'
import type { Section } from './section'

/** Bars by row, one by series. `SECRET` has no length: a bar would tell. `coupe`: rows left out, the smallest. */
export type Graphique = {
  series: readonly string[]
  rangees: readonly { cle: string; libelle: string; valeurs: readonly Cellule[] }[]
  max: number
  coupe: number
}

const MOST_ROWS = 15
const MOST_SERIES = 3

/** What to draw of a section; null when there is nothing to compare. */
export function chartOf(whole: Section): Graphique | null {
  const section = onOneScale(whole)
  const rows =
    section.dimension === 'departement' && section.colonnes.length > 1
      ? section.avant
        ? columnsThenBefore(section, section.avant)
        : byColumn(section)
      : section.avant
        ? linesThenBefore(section, section.avant)
        : byLine(section)
  const filled = rows.rangees.filter(({ valeurs }) =>
    valeurs.some((valeur) => valeur !== 0 && valeur !== 'SANS_OBJET'),
  )
  if (!filled.some(({ valeurs }) => valeurs.some(isLength))) return null
  const rangees = filled.slice(0, MOST_ROWS)
  const max = Math.max(
    ...rangees.flatMap(({ valeurs }) => valeurs.map((valeur) => (typeof valeur === 'number' ? valeur : 0))),
  )
  return { series: rows.series, rangees, max, coupe: filled.length - rangees.length }
}

/** Nothing is to be compared where all is secret. */
function isLength(valeur: Cellule): boolean {
  return typeof valeur === 'number' && valeur > 0
}

/** A count beside its medians, a rate beside its counts (columns rounded otherwise than their indicator) are for the table alone. */
function onOneScale(section: Section): Section {
  const kept = section.colonnes.flatMap(({ decimales }, column) => (decimales === undefined ? column : []))
  if (kept.length === 0) return section
  const narrow = <Each>(row: readonly Each[]) => row.filter((_, column) => kept.includes(column))
  return {
    ...section,
    colonnes: narrow(section.colonnes),
    cellules: section.cellules.map(narrow),
    ...(section.avant ? { avant: section.avant.map(narrow) } : {}),
  }
}

type Rows = Pick<Graphique, 'series' | 'rangees'>

const before = ['Cette période', 'La période d’avant']

/** Places down, this period beside the one before: one column, or the bars would not be told apart. */
function linesThenBefore(section: Section, avant: NonNullable<Section['avant']>): Rows {
  const narrow = section.colonnes.slice(0, 1)
  const now = byLine({ ...section, colonnes: narrow })
  const then = new Map(
    byLine({ ...section, colonnes: narrow, cellules: avant }).rangees.map(({ cle, valeurs }) => [
      cle,
      valeurs,
    ]),
  )
  return {
    series: before,
    rangees: now.rangees.map((rangee) => ({
      ...rangee,
      valeurs: [...rangee.valeurs, ...(then.get(rangee.cle) ?? [])],
    })),
  }
}

/** Headings down, this period beside the one before, on the widest line: both departments, or the only one asked. */
function columnsThenBefore(
  { colonnes, lignes, cellules }: Section,
  avant: NonNullable<Section['avant']>,
): Rows {
  const line = lignes.length - 1
  return {
    series: before,
    rangees: headings(colonnes, (column) => [cellules, avant].map((cells) => cells[line]?.[column] ?? 0)),
  }
}

/** A row for each part of a total; a part alone (« dont femmes ») stands under it. */
function headings(
  colonnes: Section['colonnes'],
  valeursOf: (column: number) => readonly Cellule[],
): Rows['rangees'] {
  const rows = colonnes.map(({ cle, libelle, profondeur }, column) => ({ cle, libelle, profondeur, column }))
  const parts = rows.filter(({ profondeur }) => profondeur === 1)
  const shown = parts.length === 1 ? rows.filter(({ profondeur }) => profondeur < 2) : parts
  return shown.map(({ cle, libelle, column }) => ({ cle, libelle, valeurs: valeursOf(column) }))
}

/** Headings down, 75 beside 93. */
function byColumn({ colonnes, lignes, cellules }: Section): Rows {
  const faced = lignes
    .map((ligne, line) => ({ ligne, line }))
    .filter(({ ligne }) => ligne.niveau === 'DEPARTEMENT')
  return {
    series: faced.map(({ ligne }) => ligne.libelle),
    rangees: headings(colonnes, (column) => faced.map(({ line }) => cellules[line]?.[column] ?? 0)),
  }
}

/** Places, routes or devices down, the largest first; what is secret after, in the order of the table. */
function byLine({ dimension, colonnes, lignes, cellules }: Section): Rows {
  const first = seriesOf(dimension, colonnes)
  const columns = first.map((colonne) => colonnes.indexOf(colonne))
  const drawn = lignes
    .map((ligne, line) => ({ ligne, line }))
    .filter(({ ligne }) => isDrawn(ligne, dimension))
  const rangees = drawn.map(({ ligne, line }) => ({
    cle: ligne.cle,
    libelle: ligne.libelle,
    valeurs: columns.map((column) => cellules[line]?.[column] ?? 0),
  }))
  return {
    series: first.map(({ libelle }) => libelle),
    rangees: rangees.toSorted((one, other) => lengthOf(other.valeurs) - lengthOf(one.valeurs)),
  }
}

const finestOfDevices: readonly Section['dimension'][] = ['dispositif', 'structure', 'organisation', 'nature']

/** Three bars to a line at most. Of many parts none is drawn beside its total, and of many that have no total, none at all. */
function seriesOf(dimension: Section['dimension'], colonnes: Section['colonnes']): Section['colonnes'] {
  const shown = colonnes.filter(({ profondeur }) => profondeur < 2)
  if (dimension === 'trajet') return shown.slice(0, MOST_SERIES)
  if (!finestOfDevices.includes(dimension)) return shown.slice(0, 1)
  if (shown.length <= MOST_SERIES) return shown
  const totals = shown.filter(({ profondeur }) => profondeur === 0)
  if (totals.length > MOST_SERIES) return []
  return shown.length - totals.length > MOST_SERIES ? totals : shown.slice(0, 2)
}

/** Paris has no EPT: it stands beside them. The named territories do too. */
function isDrawn({ niveau, cle }: Repere, dimension: Section['dimension']): boolean {
  if (niveau === niveauxShown[dimension].finest) return true
  return (dimension === 'ept' && cle === '75') || (dimension === 'territoire' && niveau === 'EPT')
}

function lengthOf([first]: readonly Cellule[]): number {
  return typeof first === 'number' ? first : 0
}
