import { at, type Move, type SensitiveCell, type Table } from './table-indexee'

/** Another possible table: what it adds to each cell it touches. Shown cells are untouched, hidden ones stay above zero. */
export type Exchange = { deltas: ReadonlyMap<number, number> }

/** Losing an EPT subtotal is better than a hidden value that stays within the threshold; losing a department is not. */
const WEAK_SHIFT_PENALTY = 40

type Candidate = { lines: Move; columns: Move; shift: number; score: number }

/** What a candidate would cost, and how far it can go either way. */
type Trial = { loss: number; growth: number; decrease: number }

/**
 * The exchange that hides least, given what is hidden already. One always exists: a unit that appears from nowhere, at the
 * price of the total.
 */
export function findExchange(table: Table, hidden: ReadonlySet<number>, cell: SensitiveCell): Exchange {
  let best: Candidate | undefined
  for (const columns of table.columnMoves(cell.column)) {
    for (const lines of table.lineMoves(cell.line)) {
      const trial = tryMoves(table, hidden, lines, columns, best?.score ?? Infinity)
      if (trial) best = better(best, cell, lines, columns, trial)
    }
  }
  if (!best) throw new Error('A sensitive cell has no exchange: values do not add up along the atoms')
  return { deltas: deltasOf(table, best) }
}

/** Nothing when it touches a shown zero, which would have to be hidden, or costs more than `limit`. */
function tryMoves(
  table: Table,
  hidden: ReadonlySet<number>,
  lines: Move,
  columns: Move,
  limit: number,
): Trial | undefined {
  const trial: Trial = { loss: 0, growth: Infinity, decrease: Infinity }
  for (const line of lines) {
    for (const column of columns) {
      const cell = line.node * table.columns + column.node
      const published = table.isPublished(cell)
      const room = at(table.values, cell) - (published ? 1 : 0)
      if (published && !hidden.has(cell)) trial.loss += table.loss(cell)
      if (room < 0 || trial.loss >= limit) return undefined
      const way = line.sign === column.sign ? 'decrease' : 'growth'
      trial[way] = Math.min(trial[way], room)
    }
  }
  return trial
}

function better(
  best: Candidate | undefined,
  cell: SensitiveCell,
  lines: Move,
  columns: Move,
  { loss, growth, decrease }: Trial,
): Candidate | undefined {
  const shift = growth >= 1 ? Math.min(growth, cell.shift) : -Math.min(decrease, cell.shift)
  if (shift === 0) return best
  const score = loss + WEAK_SHIFT_PENALTY * (1 - Math.max(0, shift) / cell.shift)
  return best && best.score <= score ? best : { lines, columns, shift, score }
}

function deltasOf(table: Table, { lines, columns, shift }: Candidate): ReadonlyMap<number, number> {
  const deltas = new Map<number, number>()
  for (const line of lines) {
    for (const column of columns) {
      deltas.set(line.node * table.columns + column.node, line.sign * column.sign * shift)
    }
  }
  return deltas
}
