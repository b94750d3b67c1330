import { cellKey, type Noeud, type NoeudProtege, type TableauBrut } from './tableau-brut'

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
export function indexTable(tableau: TableauBrut): Table {
  const { lignes, colonnes, mayMove } = tableau
  const columns = colonnes.length
  const rooms = new Float64Array(lignes.length * columns)
  const prices = new Float64Array(rooms.length)
  const published = new Uint8Array(rooms.length)
  const weighed: { cell: SensitiveCell; weight: number }[] = []
  lignes.forEach((ligne, line) => {
    colonnes.forEach((colonne, column) => {
      const index = line * columns + column
      const read = readCell(tableau, ligne, colonne)
      rooms[index] = read.room
      prices[index] = read.price
      published[index] = read.isPublished ? 1 : 0
      if (read.shift > 0)
        weighed.push({ cell: { index, line, column, shift: read.shift }, weight: read.weight })
    })
  })
  return {
    columns,
    rooms,
    prices,
    sensitive: weighed.toSorted((one, other) => other.weight - one.weight).map(({ cell }) => cell),
    isPublished: (cell) => published[cell] === 1,
    keyOf: (cell) => cellKey(cleAt(lignes, Math.floor(cell / columns)), cleAt(colonnes, cell % columns)),
    lineMoves: movesOf(lignes, mayMove),
    columnMoves: movesOf(colonnes),
  }
}

/** Whether some cell counts too few persons, or is hidden already: without any, nothing is to be searched. */
export function hasSensitiveCell(tableau: TableauBrut): boolean {
  const { lignes, colonnes, covers = always, isFixed = never } = tableau
  const watched = tableau.isKept === undefined ? colonnes.filter(({ seuil }) => seuil > 0) : colonnes
  return lignes.some((ligne) =>
    watched.some(
      (colonne) =>
        shiftOf(tableau, ligne, colonne) > 0 &&
        covers(ligne.cle, colonne.cle) &&
        !isFixed(ligne.cle, colonne.cle),
    ),
  )
}

type CellRead = { room: number; price: number; isPublished: boolean; shift: number; weight: number }

/** What the search must know of a cell. `shift`: zero when it is not sensitive. */
function readCell(tableau: TableauBrut, ligne: Noeud, colonne: NoeudProtege): CellRead {
  const { covers = always, isFixed = never } = tableau
  const { valeur } = tableau.read(ligne.cle, colonne.cle)
  const weight = ligne.poids * colonne.poids * (1 + Math.sqrt(valeur))
  const still = { price: 0, shift: 0, weight }
  if (!covers(ligne.cle, colonne.cle)) return { ...still, room: valeur, isPublished: false }
  const isPublished = ligne.publie && colonne.publie
  if (isFixed(ligne.cle, colonne.cle)) return { ...still, room: -1, isPublished }
  const shift = shiftOf(tableau, ligne, colonne)
  if (!isPublished) return { ...still, room: valeur, isPublished, shift }
  return { room: valeur - 1, price: isKept(tableau, ligne, colonne) ? 0 : weight, isPublished, shift, weight }
}

/** What is hidden already must change by one at least; what counts too few persons, up to its threshold. */
function shiftOf(tableau: TableauBrut, ligne: Noeud, colonne: NoeudProtege): number {
  const { valeur, effectif } = tableau.read(ligne.cle, colonne.cle)
  if (valeur === 0) return 0
  if (effectif > 0 && effectif < colonne.seuil) return Math.ceil((valeur * colonne.seuil) / effectif) - valeur
  return isKept(tableau, ligne, colonne) ? 1 : 0
}

function isKept({ isKept: kept = never }: TableauBrut, ligne: Noeud, colonne: NoeudProtege): boolean {
  return kept(ligne.cle, colonne.cle)
}

const always = () => true
const never = () => false

function cleAt(noeuds: readonly Noeud[], index: number): string {
  return noeuds[index]?.cle ?? ''
}

type MayMove = (to: string, from: string) => boolean

// The lines of an axis are the same objects in every table: their moves are worked out once.
const knownMoves = new WeakMap<readonly Noeud[], readonly (readonly Move[])[]>()

/** Worked out at the first question only: a table that hides nothing asks none. */
function movesOf(noeuds: readonly Noeud[], mayMove: MayMove = always): (node: number) => readonly Move[] {
  return (node) => {
    const moves = knownMoves.get(noeuds) ?? movesByNode(noeuds, mayMove)
    knownMoves.set(noeuds, moves)
    return moves[node] ?? []
  }
}

/** Moves by node. A unit leaves an atom for another, or (second atom absent) simply appears. */
function movesByNode(noeuds: readonly Noeud[], mayMove: MayMove): readonly (readonly Move[])[] {
  const nodesOfAtom = new Map<string, Set<number>>()
  noeuds.forEach(({ atomes }, node) => {
    for (const atome of atomes) nodesOfAtom.set(atome, (nodesOfAtom.get(atome) ?? new Set()).add(node))
  })
  const places = [...nodesOfAtom, ['', new Set<number>()] as const]
  const bySignature = new Map<string, Move>()
  for (const [atome, to] of places) {
    for (const [other, from] of places) {
      if (from.size > 0 && !mayMove(atome, other)) continue
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
