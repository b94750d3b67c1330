import { cellKey, type Noeud, type TableauBrut } from './tableau-brut'

/** A cell that counts too few persons. `shift`: by how much its value must be able to grow, to reach the threshold. */
export type SensitiveCell = { index: number; line: number; column: number; shift: number }

/** Lines (or columns) that change when one unit leaves an atom for another: `signs` is 1 where it comes, -1 where it left. */
export type Move = { nodes: Int32Array; signs: Int32Array }

/** A table as arrays, so that the search for exchanges touches numbers only. A cell is `line * columns + column`. */
export type Table = {
  columns: number
  /** by how much a cell may decrease: a hidden one stays above zero. Negative: a shown zero, which must not change. */
  rooms: Float64Array
  /** what hiding a cell loses; 0 when it is hidden already, or never shown */
  prices: Float64Array
  /** widest lines and columns first */
  sensitive: readonly SensitiveCell[]
  isPublished: (cell: number) => boolean
  keyOf: (cell: number) => string
  /** every move that adds one unit to this line, or to this column */
  lineMoves: (line: number) => readonly Move[]
  columnMoves: (column: number) => readonly Move[]
}

/** Reads the whole table once, and lists its sensitive cells. */
export function indexTable({ lignes, colonnes, read, covers = () => true }: TableauBrut): Table {
  const columns = colonnes.length
  const rooms = new Float64Array(lignes.length * columns)
  const prices = new Float64Array(rooms.length)
  const published = new Uint8Array(rooms.length)
  const weighed: { cell: SensitiveCell; weight: number }[] = []
  lignes.forEach((ligne, line) => {
    colonnes.forEach((colonne, column) => {
      const index = line * columns + column
      const { valeur, effectif } = read(ligne.cle, colonne.cle)
      rooms[index] = valeur
      if (!covers(ligne.cle, colonne.cle)) return
      const weight = ligne.poids * colonne.poids * (1 + Math.sqrt(valeur))
      if (ligne.publie && colonne.publie) {
        published[index] = 1
        rooms[index] = valeur - 1
        prices[index] = weight
      }
      if (valeur > 0 && effectif > 0 && effectif < colonne.seuil) {
        const shift = Math.ceil((valeur * colonne.seuil) / effectif) - valeur
        weighed.push({ cell: { index, line, column, shift }, weight })
      }
    })
  })
  return {
    columns,
    rooms,
    prices,
    sensitive: weighed.toSorted((one, other) => other.weight - one.weight).map(({ cell }) => cell),
    isPublished: (cell) => published[cell] === 1,
    keyOf: (cell) => cellKey(cleAt(lignes, Math.floor(cell / columns)), cleAt(colonnes, cell % columns)),
    lineMoves: movesOf(lignes),
    columnMoves: movesOf(colonnes),
  }
}

function cleAt(noeuds: readonly Noeud[], index: number): string {
  return noeuds[index]?.cle ?? ''
}

// The lines of an axis are the same objects in every table: their moves are worked out once.
const knownMoves = new WeakMap<readonly Noeud[], readonly (readonly Move[])[]>()

function movesOf(noeuds: readonly Noeud[]): (node: number) => readonly Move[] {
  const moves = knownMoves.get(noeuds) ?? movesByNode(noeuds)
  knownMoves.set(noeuds, moves)
  return (node) => moves[node] ?? []
}

/** Moves by node. A unit leaves an atom for another, or (second atom absent) simply appears. */
function movesByNode(noeuds: readonly Noeud[]): readonly (readonly Move[])[] {
  const nodesOfAtom = new Map<string, Set<number>>()
  noeuds.forEach(({ atomes }, node) => {
    for (const atome of atomes) nodesOfAtom.set(atome, (nodesOfAtom.get(atome) ?? new Set()).add(node))
  })
  const places = [...nodesOfAtom.values(), new Set<number>()]
  const bySignature = new Map<string, Move>()
  for (const to of places) {
    for (const from of places) {
      const gains = [...to].filter((node) => !from.has(node))
      const losses = [...from].filter((node) => !to.has(node))
      if (gains.length > 0) bySignature.set(`${gains.join()}-${losses.join()}`, moveOf(gains, losses))
    }
  }
  const byNode: Move[][] = noeuds.map(() => [])
  // Short moves first: they touch the fewest cells, so the best is found early.
  for (const move of [...bySignature.values()].toSorted(
    (one, other) => one.nodes.length - other.nodes.length,
  )) {
    move.nodes.forEach((node, rank) => {
      if (move.signs[rank] === 1) byNode[node]?.push(move)
    })
  }
  return byNode
}

function moveOf(gains: readonly number[], losses: readonly number[]): Move {
  return {
    nodes: Int32Array.from([...gains, ...losses]),
    signs: Int32Array.from([...gains.map(() => 1), ...losses.map(() => -1)]),
  }
}
