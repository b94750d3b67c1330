import loadHighs from 'highs'
import { cellKey, type Noeud, type TableauBrut } from '@/domain/rapports/tableau-brut'

const highs = await loadHighs()

type Pair = readonly [ligne: string, colonne: string]
type Solve = (pair: Pair, sense: 'minimize' | 'maximize') => number

/** Hidden or implied small cells to which only one value is left, as keys. */
export function findPinned(tableau: TableauBrut, secrets: ReadonlySet<string>): string[] {
  const asked = [...secretPairs(tableau, secrets), ...sensitivePairs(tableau)]
  return attack(tableau, secrets, (solve) =>
    asked
      .filter((pair) => {
        const truth = tableau.read(...pair).valeur
        return solve(pair, 'maximize') === truth && solve(pair, 'minimize') === truth
      })
      .map(([ligne, colonne]) => cellKey(ligne, colonne)),
  )
}

/** The largest value each sensitive cell can still have, beside the value that would reach the threshold. */
export function measureReach(tableau: TableauBrut, secrets: ReadonlySet<string>) {
  return attack(tableau, secrets, (solve) =>
    sensitivePairs(tableau).map((pair) => {
      const { valeur, effectif } = tableau.read(...pair)
      const seuil = tableau.colonnes.find(({ cle }) => cle === pair[1])?.seuil ?? 0
      return { most: solve(pair, 'maximize'), wanted: Math.ceil((valeur * seuil) / effectif) }
    }),
  )
}

/**
 * What an attacker with an integer linear solver learns: one unknown per line atom x column atom, a whole number of zero or
 * more; a shown cell is an equation; a hidden one is at least 1, since zeros are always shown. This is independent of the
 * protection: it shares nothing with it but the description of the table.
 */
function attack<Learned>(
  tableau: TableauBrut,
  secrets: ReadonlySet<string>,
  learn: (solve: Solve) => Learned,
): Learned {
  const unknowns = new Unknowns(tableau)
  const rows = publishedCells(tableau).map(({ ligne, colonne, valeur }) => {
    const isSecret = secrets.has(cellKey(ligne.cle, colonne.cle))
    return {
      lower: isSecret ? 1 : valeur,
      upper: isSecret ? highs.infinity : valeur,
      terms: unknowns.within(ligne, colonne),
    }
  })
  return highs.withModel((model) => {
    model.options.set({ output_flag: false })
    for (let index = 0; index < unknowns.count; index++) {
      model.addVar(0, highs.infinity)
      model.changeColIntegrality(index, highs.constants.variableType.integer)
    }
    for (const { lower, upper, terms } of rows) {
      model.addRow(lower, upper, { indices: terms, values: terms.map(() => 1) })
    }
    const costs = new Float64Array(unknowns.count)
    const everyColumn = { kind: 'range', from: 0, to: unknowns.count - 1 } as const
    const solve: Solve = ([ligne, colonne], sense) => {
      const terms = unknowns.within(nodeOf(tableau.lignes, ligne), nodeOf(tableau.colonnes, colonne))
      costs.fill(0)
      for (const term of terms) costs[term] = 1
      model.changeColsCost(everyColumn, costs)
      model.changeObjectiveSense(highs.constants.objectiveSense[sense])
      model.run()
      const status = model.getModelStatus()
      if (status === highs.constants.modelStatus.optimal) return Math.round(model.getObjectiveValue())
      if (sense === 'maximize') return Infinity
      throw new Error(`The attack found no table at all (status ${String(status)})`)
    }
    return learn(solve)
  })
}

/** Published cells of a table that the protection hides. */
export function secretPairs(tableau: TableauBrut, secrets: ReadonlySet<string>) {
  return publishedCells(tableau)
    .filter(({ ligne, colonne }) => secrets.has(cellKey(ligne.cle, colonne.cle)))
    .map(({ ligne, colonne }) => [ligne.cle, colonne.cle] as const)
}

/** Every cell, published or implied, that counts too few persons. */
export function sensitivePairs(tableau: TableauBrut) {
  const { covers = () => true } = tableau
  return tableau.lignes.flatMap((ligne) =>
    tableau.colonnes
      .filter((colonne) => {
        const { valeur, effectif } = tableau.read(ligne.cle, colonne.cle)
        return valeur > 0 && effectif > 0 && effectif < colonne.seuil && covers(ligne.cle, colonne.cle)
      })
      .map((colonne) => [ligne.cle, colonne.cle] as const),
  )
}

function publishedCells({ lignes, colonnes, read, covers = () => true }: TableauBrut) {
  return lignes
    .filter(({ publie }) => publie)
    .flatMap((ligne) =>
      colonnes
        .filter((colonne) => colonne.publie && covers(ligne.cle, colonne.cle))
        .map((colonne) => ({ ligne, colonne, valeur: read(ligne.cle, colonne.cle).valeur })),
    )
}

function nodeOf(noeuds: readonly Noeud[], cle: string): Noeud {
  const found = noeuds.find((noeud) => noeud.cle === cle)
  if (!found) throw new Error(`No such line or column: ${cle}`)
  return found
}

class Unknowns {
  readonly #lines: Map<string, number>
  readonly #columns: Map<string, number>

  constructor({ lignes, colonnes }: TableauBrut) {
    this.#lines = numbered(lignes)
    this.#columns = numbered(colonnes)
  }

  get count() {
    return this.#lines.size * this.#columns.size
  }

  within(ligne: Noeud, colonne: Noeud): number[] {
    return ligne.atomes.flatMap((line) =>
      colonne.atomes.map(
        (column) => (this.#lines.get(line) ?? 0) * this.#columns.size + (this.#columns.get(column) ?? 0),
      ),
    )
  }
}

function numbered(noeuds: readonly Noeud[]): Map<string, number> {
  const atomes = new Set(noeuds.flatMap((noeud) => noeud.atomes))
  return new Map([...atomes].map((atome, index) => [atome, index]))
}
