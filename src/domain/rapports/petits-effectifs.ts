import { findExchange } from './echange'
import { hasSensitiveCell, indexTable, type Table } from './table-indexee'
import { besideEarlier, besideKey, type Recoupement } from './recoupement'
import { cellKey, type TableauBrut, withoutSilentLines } from './tableau-brut'

/**
 * Hides the cells that count too few persons, then as little else as it can so that no hidden cell can be computed from
 * what is shown; gives the keys of hidden cells.
 *
 * Each sensitive cell gets an *exchange*: another possible table with the same shown cells and a different value in every
 * cell it touches. All it touches is hidden, so each hidden cell has at least two possible values. A zero is always shown.
 * Source, proof and cost: docs/decisions/0005-petits-effectifs.md.
 */
export function protect(tableau: TableauBrut): ReadonlySet<string> {
  const secrets = hideCells(tableau)
  if (secrets === null)
    throw new Error('A sensitive cell has no exchange: values do not add up along the atoms')
  return secrets
}

/**
 * The same beside earlier files of overlapping nights, so that a subtraction gives back neither what they hid nor what they
 * left unsaid. When what they showed leaves no other possible table, everything that is not zero is hidden. Source, proof and
 * cost: docs/decisions/0018-recoupements.md.
 */
export function protectBeside(tableau: TableauBrut, recoupement: Recoupement): ReadonlySet<string> {
  const together = besideEarlier(tableau, recoupement)
  const shown = new Set(tableau.lignes.flatMap(({ cle }) => [cle, besideKey(cle)]))
  const lignes = together.lignes.filter(({ cle }) => shown.has(cle))
  return hideCells(together) ?? everyFigure({ ...together, lignes })
}

function hideCells(tableau: TableauBrut): ReadonlySet<string> | null {
  if (!hasSensitiveCell(tableau)) return new Set()
  const table = indexTable(withoutSilentLines(tableau))
  const hidden = new Set<number>()
  const hide = (cell: number) => {
    if (!table.isPublished(cell)) return
    hidden.add(cell)
    table.prices[cell] = 0
  }
  for (const { index } of table.sensitive) hide(index)
  const growth = new Map<number, number>()
  for (const cell of table.sensitive) {
    if ((growth.get(cell.index) ?? 0) >= cell.shift) continue
    const exchange = findExchange(table, cell)
    if (exchange === null) return null
    for (const [touched, delta] of exchange) {
      hide(touched)
      growth.set(touched, Math.max(delta, growth.get(touched) ?? 0))
    }
  }
  return keysOf(table, hidden)
}

function everyFigure({ lignes, colonnes, read }: TableauBrut): ReadonlySet<string> {
  return new Set(
    lignes.flatMap((ligne) =>
      colonnes
        .filter((colonne) => colonne.seuil > 0 && read(ligne.cle, colonne.cle).valeur > 0)
        .map((colonne) => cellKey(ligne.cle, colonne.cle)),
    ),
  )
}

/** Primary suppression alone. It protects nothing: margins give the cells back, and a test shows it. */
export function primarySecrets(tableau: TableauBrut): ReadonlySet<string> {
  const table = indexTable(tableau)
  return keysOf(
    table,
    table.sensitive.map(({ index }) => index).filter((cell) => table.isPublished(cell)),
  )
}

function keysOf(table: Table, cells: Iterable<number>): ReadonlySet<string> {
  return new Set([...cells].map((cell) => table.keyOf(cell)))
}
