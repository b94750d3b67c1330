import { findExchange, type Exchange } from './echange'
import { indexTable, type Table } from './table-indexee'
import type { TableauBrut } from './tableau-brut'

/**
 * Hides the cells that count too few persons, then as little else as it can so that no hidden cell can be computed from
 * what is shown; gives the keys of hidden cells.
 *
 * Each sensitive cell gets an *exchange*: another possible table with the same shown cells and a different value in every
 * cell it touches. All it touches is hidden, so each hidden cell has at least two possible values. A zero is always shown.
 * Source, proof and cost: docs/decisions/0005-petits-effectifs.md.
 */
export function protect(tableau: TableauBrut): ReadonlySet<string> {
  const table = indexTable(tableau)
  const exchanges = improve(table, coverAll(table, []))
  return keysOf(table, hiddenBy(table, exchanges))
}

/** Primary suppression alone. It protects nothing: margins give the cells back, and a test shows it. */
export function primarySecrets(tableau: TableauBrut): ReadonlySet<string> {
  const table = indexTable(tableau)
  return keysOf(table, hiddenBy(table, []))
}

/** Adds to `kept` the cheapest exchange of every sensitive cell that none makes large enough yet. */
function coverAll(table: Table, kept: readonly Exchange[]): readonly Exchange[] {
  const exchanges = [...kept]
  const hidden = hiddenBy(table, kept)
  const growth = new Map<number, number>()
  const keepGrowth = ({ deltas }: Exchange) => {
    for (const [cell, delta] of deltas) growth.set(cell, Math.max(delta, growth.get(cell) ?? -Infinity))
  }
  kept.forEach(keepGrowth)
  for (const cell of table.sensitive) {
    if ((growth.get(cell.index) ?? 0) >= cell.shift) continue
    const exchange = findExchange(table, hidden, cell)
    exchanges.push(exchange)
    keepGrowth(exchange)
    for (const touched of exchange.deltas.keys()) if (table.isPublished(touched)) hidden.add(touched)
  }
  return exchanges
}

/** Takes out in turn each exchange that alone hides something, covers again what it covered, and keeps what hides less. */
function improve(table: Table, exchanges: readonly Exchange[]): readonly Exchange[] {
  let best = exchanges
  let bestCost = costOf(table, best)
  for (const candidate of exchanges) {
    const others = best.filter((exchange) => exchange !== candidate)
    if (others.length === best.length || costOf(table, others) === bestCost) continue
    const again = coverAll(table, others)
    const cost = costOf(table, again)
    if (cost >= bestCost) continue
    best = again
    bestCost = cost
  }
  return best
}

function hiddenBy(table: Table, exchanges: readonly Exchange[]): Set<number> {
  const hidden = new Set<number>()
  for (const { index } of table.sensitive) if (table.isPublished(index)) hidden.add(index)
  for (const { deltas } of exchanges) {
    for (const cell of deltas.keys()) if (table.isPublished(cell)) hidden.add(cell)
  }
  return hidden
}

function costOf(table: Table, exchanges: readonly Exchange[]): number {
  let cost = 0
  for (const cell of hiddenBy(table, exchanges)) cost += table.loss(cell)
  return cost
}

function keysOf(table: Table, cells: Iterable<number>): ReadonlySet<string> {
  return new Set([...cells].map((cell) => table.keyOf(cell)))
}
