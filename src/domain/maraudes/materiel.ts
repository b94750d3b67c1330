import type { MaterielNote } from './arret'
import { type ContenuOf, expandKits } from './articles'
import { type SensMateriel, sensMaterielSchema } from './listes'

/** Units of one article, in one direction. */
export type Unites = { articleCode: string; sens: SensMateriel; quantite: number }

/** The lines of a stop as units by article and direction, kits expanded to their items. */
export function countUnits(materiel: readonly MaterielNote[], contenuOf: ContenuOf): Unites[] {
  return sensMaterielSchema.options.flatMap((sens) => {
    const lines = materiel.filter((line) => line.sens === sens)
    const units = expandKits(
      Object.fromEntries(lines.map(({ article, quantite }) => [article, quantite])),
      contenuOf,
    )
    return Object.entries(units).map(([articleCode, quantite]) => ({ articleCode, sens, quantite }))
  })
}
