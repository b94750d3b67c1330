/**
 * A line or a column of a table of figures, told by the atoms it adds up (communes, profiles, articles). A node that is not
 * published is one the reader gets by subtraction: « hommes » when women and the total are both shown.
 */
export type Noeud = {
  cle: string
  atomes: readonly string[]
  publie: boolean
  /** what hiding this node loses: 1 for a leaf, far more for a total */
  poids: number
}

/** `seuil`: a cell of this column is sensitive below so many persons; 0 when the column counts no person. */
export type NoeudProtege = Noeud & { seuil: number }

/** `valeur`: the figure. `effectif`: how many persons stand behind it (the same number in a count of persons). */
export type Croisement = { valeur: number; effectif: number }

/** A whole table with all its margins. Values are whole numbers that add up along the atoms. */
export type TableauBrut = {
  lignes: readonly Noeud[]
  colonnes: readonly NoeudProtege[]
  read: (ligne: string, colonne: string) => Croisement
  /** false: nothing ever shows this cell (an item in one commune), so it needs no protection; absent: all are shown */
  covers?: (ligne: string, colonne: string) => boolean
  /** true: a figure already given, that no exchange can change; absent: none */
  isFixed?: (ligne: string, colonne: string) => boolean
  /** true: hidden already, so hiding it is free, but nothing may give it back; absent: none */
  isKept?: (ligne: string, colonne: string) => boolean
  /** whether a unit may leave an atom for another, when trying all pairs would be too long; absent: any */
  mayMove?: (to: string, from: string) => boolean
}

/** One cell of a table, as a key. */
export function cellKey(ligne: string, colonne: string): string {
  return `${ligne}\u0000${colonne}`
}

/**
 * Without the published lines where nothing is counted, nor their atoms: a shown zero never moves, so no exchange reaches them.
 * A directory of a thousand devices, of which twenty received somebody, is searched as twenty. The very table when all count.
 */
export function withoutSilentLines(tableau: TableauBrut): TableauBrut {
  const isSilent = ({ cle, publie }: Noeud) =>
    publie && tableau.colonnes.every((colonne) => tableau.read(cle, colonne.cle).valeur === 0)
  const silent = tableau.lignes.filter(isSilent)
  if (silent.length === 0) return tableau
  const known = new Set(silent)
  const atomes = new Set(silent.flatMap((ligne) => ligne.atomes))
  return {
    ...tableau,
    lignes: tableau.lignes
      .filter((ligne) => !known.has(ligne))
      .map((ligne) => ({ ...ligne, atomes: ligne.atomes.filter((atome) => !atomes.has(atome)) })),
  }
}
