import { cellKey, type Noeud, type TableauBrut } from './tableau-brut'

/** A cell that counts too few persons. `shift`: by how much its value must be able to grow, to reach the threshold. */
export type SensitiveCell = { index: number; line: number; column: number; shift: number }

/** Lines (or columns) that change when one unit leaves an atom for another: +1 gains it, -1 loses it. */
export type Move = readonly { node: number; sign: 1 | -1 }[]

/** A table as arrays, so that the search for exchanges touches numbers only. A cell is `line * columns + column`. */
export type Table = {
  columns: number
  values: Float64Array
  sensitive: readonly SensitiveCell[]
  isPublished: (cell: number) => boolean
  /** what is lost when the cell is hidden */
  loss: (cell: number) => number
  keyOf: (cell: number) => string
  /** every move that adds one unit to this line, or to this column */
  lineMoves: (line: number) => readonly Move[]
  columnMoves: (column: number) => readonly Move[]
}

/** Reads the whole table once, and lists its sensitive cells, widest lines and columns first. */
export function indexTable({ lignes, colonnes, read, covers = () => true }: TableauBrut): Table {
  const columns = colonnes.length
  const values = new Float64Array(lignes.length * columns)
  const losses = new Float64Array(values.length)
  const published = new Uint8Array(values.length)
  const sensitive: SensitiveCell[] = []
  lignes.forEach((ligne, line) => {
    colonnes.forEach((colonne, column) => {
      const index = line * columns + column
      const { valeur, effectif } = read(ligne.cle, colonne.cle)
      values[index] = valeur
      if (!covers(ligne.cle, colonne.cle)) return
      published[index] = ligne.publie && colonne.publie ? 1 : 0
      losses[index] = ligne.poids * colonne.poids * (1 + Math.log2(1 + valeur))
      if (valeur > 0 && effectif > 0 && effectif < colonne.seuil) {
        sensitive.push({
          index,
          line,
          column,
          shift: Math.ceil((valeur * colonne.seuil) / effectif) - valeur,
        })
      }
    })
  })
  sensitive.sort((one, other) => at(losses, other.index) - at(losses, one.index))
  return {
    columns,
    values,
    sensitive,
    isPublished: (cell) => published[cell] === 1,
    loss: (cell) => at(losses, cell),
    keyOf: (cell) => cellKey(cleAt(lignes, Math.floor(cell / columns)), cleAt(colonnes, cell % columns)),
    lineMoves: movesOf(lignes),
    columnMoves: movesOf(colonnes),
  }
}

/** Number at an index known to be inside. */
export function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0
}

function cleAt(noeuds: readonly Noeud[], index: number): string {
  return noeuds[index]?.cle ?? ''
}

/** Moves by node, computed once. A unit leaves an atom for another, or (second atom absent) simply appears. */
function movesOf(noeuds: readonly Noeud[]): (node: number) => readonly Move[] {
  const nodesOfAtom = new Map<string, Set<number>>()
  noeuds.forEach(({ atomes }, node) => {
    for (const atome of atomes) nodesOfAtom.set(atome, (nodesOfAtom.get(atome) ?? new Set()).add(node))
  })
  const places = [...nodesOfAtom.values(), new Set<number>()]
  const bySignature = new Map<string, Move>()
  for (const to of places) {
    for (const from of places) {
      const move = moveBetween(to, from)
      if (move.some(({ sign }) => sign === 1)) bySignature.set(JSON.stringify(move), move)
    }
  }
  const byNode: Move[][] = noeuds.map(() => [])
  for (const move of bySignature.values()) {
    for (const { node, sign } of move) if (sign === 1) byNode[node]?.push(move)
  }
  return (node) => byNode[node] ?? []
}

function moveBetween(to: ReadonlySet<number>, from: ReadonlySet<number>): Move {
  const gains = [...to].filter((node) => !from.has(node)).map((node) => ({ node, sign: 1 as const }))
  const losses = [...from].filter((node) => !to.has(node)).map((node) => ({ node, sign: -1 as const }))
  return [...gains, ...losses]
}
