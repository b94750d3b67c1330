import type { UrlObject } from 'node:url'
import type { PerimetreExport } from '@/domain/exports/perimetres'
import { findIndicateur } from '@/domain/rapports/catalogue'
import { type Demande, questionOf } from '@/domain/rapports/demande'
import { rowsBehind } from '@/domain/rapports/lignes'
import type { Case } from '@/domain/rapports/tableaux'
import type { CaseDemandee } from '../queries'

/** What the address of these rows says, after the `?`. */
export function lignesQuery({ demande, ligne, colonne }: CaseDemandee): Record<string, string> {
  return { ...Object.fromEntries(questionOf({ ...demande, comparer: null })), ligne, colonne }
}

/** The way to the rows behind each cell of this report, for who may list these sets of rows. */
export function rowsWithin(
  demande: Demande,
  perimetres: readonly PerimetreExport[],
): (cellule: Case) => UrlObject | undefined {
  return ({ cellule, origine }) => {
    const indicateur = origine && findIndicateur(origine.indicateur)
    if (!indicateur || typeof cellule !== 'number' || cellule === 0) return undefined
    const derriere = rowsBehind(indicateur.fait.fonction, origine.colonne)
    if (!derriere || !perimetres.includes(derriere.perimetre)) return undefined
    const { ligne, colonne } = origine
    const query = lignesQuery({ demande: { ...demande, indicateurs: [indicateur] }, ligne, colonne })
    return { pathname: '/rapports/lignes', query }
  }
}
