import type { Move, SensitiveCell, Table } from './table-indexee'

/** Another possible table: what it adds to each cell it touches. Shown cells are untouched, hidden ones stay above zero. */
export type Exchange = ReadonlyMap<number, number>

/** Losing an EPT subtotal is better than a hidden value that stays within the threshold; losing a department is not. */
const WEAK_SHIFT_PENALTY = 40

/** An exchange that loses more than a few communes is worth a longer search. */
const WORTH_RELIEVING = 150
const ROUNDS = 3

/** An exchange of one unit, how many units it can move (fewer than none: the other way), and what it costs. */
type Candidate = { unit: ReadonlyMap<number, number>; units: number; score: number }

/**
 * The exchange that hides least, given what is hidden already: two lines and two columns, eased by more of them when it costs
 * a total. One always exists, a unit that appears from nowhere at the price of the total, unless some cells are fixed already.
 */
export function findExchange(table: Table, cell: SensitiveCell): Exchange | null {
  let best = findStart(table, cell)
  if (best === null) return null
  for (let round = 0; round < ROUNDS && best.score > WORTH_RELIEVING; round++) {
    const relieved = relieve(table, cell, best)
    if (relieved.score >= best.score) break
    best = relieved
  }
  return scale(best)
}

function scale({ unit, units }: Candidate): Exchange {
  return new Map([...unit].map(([index, delta]) => [index, delta * units]))
}

type Start = { lines: Move; columns: Move; score: number }

/** The best exchange of one unit between two lines and two columns; null when there is none. */
function findStart(table: Table, cell: SensitiveCell): Candidate | null {
  let best: Start | null = null
  const losses = new Float64Array(table.prices.length / table.columns)
  for (const columns of table.columnMoves(cell.column)) {
    losses.fill(NaN)
    best = bestOfMove(table, cell, columns, losses, best)
    if (best?.score === 0) break
  }
  return best && startOf(table, cell, best.lines, best.columns)
}

/** The best found so far, or what this move of columns does better with two lines. */
function bestOfMove(
  table: Table,
  cell: SensitiveCell,
  columns: Move,
  losses: Float64Array,
  known: Start | null,
): Start | null {
  let best = known
  let limit = best?.score ?? Infinity
  // Every exchange of this move of columns loses at least what it loses on the line of the cell.
  if (lossOnLine(table, losses, cell.line, columns) >= limit) return best
  for (const lines of table.lineMoves(cell.line)) {
    const loss = lossOf(table, losses, lines, columns, limit)
    const score = loss < limit ? scoreOf(table, cell, lines, columns, loss) : Infinity
    if (score >= limit) continue
    best = { lines, columns, score }
    limit = score
    if (score === 0) break
  }
  return best
}

function startOf(table: Table, cell: SensitiveCell, lines: Move, columns: Move): Candidate {
  return candidateOf(table, cell, addMove(new Map(), table, lines, columns, 1))
}

/** What a move loses; at least `limit` when it reaches it, or touches a shown zero, which would have to be hidden. */
function lossOf(table: Table, losses: Float64Array, lines: Move, columns: Move, limit: number): number {
  let loss = 0
  for (const line of lines.nodes) {
    loss += lossOnLine(table, losses, line, columns)
    if (loss >= limit) return Infinity
  }
  return loss
}

/** What a move of columns loses on one line, worked out once by move: `losses` holds NaN where it is not known yet. */
function lossOnLine(table: Table, losses: Float64Array, line: number, columns: Move): number {
  const known = losses[line] ?? NaN
  if (!Number.isNaN(known)) return known
  let loss = 0
  for (const column of columns.nodes) {
    const index = line * table.columns + column
    loss += (table.rooms[index] ?? 0) < 0 ? Infinity : (table.prices[index] ?? 0)
  }
  losses[line] = loss
  return loss
}

/** What a move costs: its loss, and how badly it hides the cell. */
function scoreOf(table: Table, cell: SensitiveCell, lines: Move, columns: Move, loss: number): number {
  let growth = cell.shift
  let decrease = cell.shift
  for (let line = 0; line < lines.nodes.length; line++) {
    const start = (lines.nodes[line] ?? 0) * table.columns
    for (let column = 0; column < columns.nodes.length; column++) {
      const room = table.rooms[start + (columns.nodes[column] ?? 0)] ?? 0
      if (lines.signs[line] === columns.signs[column]) decrease = Math.min(decrease, room)
      else growth = Math.min(growth, room)
    }
  }
  return weigh(loss, growth, decrease, cell)
}

/** A cell that cannot grow to its threshold is less well hidden; one that can only decrease, even less. */
function weigh(loss: number, growth: number, decrease: number, { shift }: SensitiveCell): number {
  if (growth < 1 && decrease < 1) return Infinity
  return loss + WEAK_SHIFT_PENALTY * (growth >= 1 ? 1 - growth / shift : 1)
}

/** Cancels the dearest cell it touches by moving a unit elsewhere, if that costs less. */
function relieve(table: Table, cell: SensitiveCell, from: Candidate): Candidate {
  const dearest = dearestOf(table, from)
  if (dearest === undefined) return from
  const way = (from.unit.get(dearest) ?? 0) > 0 ? -1 : 1
  const touched = new Uint8Array(table.prices.length)
  for (const index of from.unit.keys()) touched[index] = 1
  let best = from
  for (const columns of table.columnMoves(dearest % table.columns)) {
    for (const lines of table.lineMoves(Math.floor(dearest / table.columns))) {
      if (addedLoss(table, touched, lines, columns, best.score) === Infinity) continue
      const other = candidateOf(table, cell, addMove(from.unit, table, lines, columns, way))
      if (other.score < best.score) best = other
    }
  }
  return best
}

function dearestOf(table: Table, { unit }: Candidate): number | undefined {
  const price = (index: number) => table.prices[index] ?? 0
  return [...unit.keys()]
    .filter((index) => price(index) > 0)
    .toSorted((one, other) => price(other) - price(one))[0]
}

/** What the cells that only this move touches would lose; Infinity from `limit` on, or on a shown zero. */
function addedLoss(table: Table, touched: Uint8Array, lines: Move, columns: Move, limit: number): number {
  let loss = 0
  for (const line of lines.nodes) {
    for (const column of columns.nodes) {
      const index = line * table.columns + column
      if (touched[index] === 0) loss += table.prices[index] ?? 0
      if ((table.rooms[index] ?? 0) < 0 || loss >= limit) return Infinity
    }
  }
  return loss
}

function addMove(
  unit: ReadonlyMap<number, number>,
  table: Table,
  lines: Move,
  columns: Move,
  way: 1 | -1,
): Map<number, number> {
  const moved = new Map(unit)
  lines.nodes.forEach((line, lineRank) => {
    columns.nodes.forEach((column, columnRank) => {
      const index = line * table.columns + column
      const sign = (lines.signs[lineRank] ?? 0) * (columns.signs[columnRank] ?? 0)
      const delta = (moved.get(index) ?? 0) + way * sign
      if (delta === 0) moved.delete(index)
      else moved.set(index, delta)
    })
  })
  return moved
}

/** The exchange with as many units as it can move, or as the threshold asks; its score is Infinity when it is impossible. */
function candidateOf(table: Table, cell: SensitiveCell, unit: ReadonlyMap<number, number>): Candidate {
  let loss = 0
  let growth = cell.shift
  let decrease = cell.shift
  // Easing must not undo what it eases: the cell itself has to change.
  if ((unit.get(cell.index) ?? 0) <= 0) return { unit, units: 0, score: Infinity }
  for (const [index, delta] of unit) {
    const room = table.rooms[index] ?? 0
    if (room < 0) return { unit, units: 0, score: Infinity }
    loss += table.prices[index] ?? 0
    if (delta < 0) growth = Math.min(growth, Math.floor(room / -delta))
    else decrease = Math.min(decrease, Math.floor(room / delta))
  }
  const units = growth >= 1 ? growth : -decrease
  return { unit, units, score: weigh(loss, growth, decrease, cell) }
}
