import { type CellStyle, writeXlsx } from 'hucre'
import { toParis } from '@/domain/commun/civil-date'
import { disarmFormula, type ValeurTableur } from '@/domain/commun/tableur'
import type { Feuille } from '@/domain/rapports/classeur'

const MS_PER_MINUTE = 60_000
const head: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4EAF2' } },
  alignment: { wrapText: true, vertical: 'top' },
}

/** Writes the few sheets of a report: numbers and dates are real, the head of each sheet stays in sight. */
export function makeWorkbook(feuilles: readonly Feuille[], titre: string): Promise<Uint8Array> {
  return writeXlsx({
    sheets: feuilles.map((feuille) => ({
      name: feuille.nom,
      columns: feuille.largeurs.map((width) => ({ width })),
      rows: feuille.lignes.map((ligne) => ligne.map(cellOf)),
      cells: stylesOf(feuille),
      freezePane: { rows: 1, columns: 1 },
    })),
    properties: { title: titre, creator: 'Maillage' },
    defaultFont: { name: 'Calibri', size: 11 },
  })
}

/** A spreadsheet has no time zone: a date is the clock of Paris, written as if it were universal time. */
export function cellOf(valeur: ValeurTableur): string | number | Date | null {
  if (typeof valeur === 'string') return disarmFormula(valeur)
  if (!(valeur instanceof Date)) return valeur
  const { date, minute } = toParis(valeur)
  return new Date(Date.parse(date) + minute * MS_PER_MINUTE)
}

function stylesOf({ lignes, formats, gras }: Feuille) {
  const styles = new Map<string, { value: string | number | Date | null; style: CellStyle }>()
  for (const [line, ligne] of lignes.entries()) {
    for (const [column, valeur] of ligne.entries()) {
      const style = styleOf(line, valeur, formats.get(`${line},${column}`), gras.has(line))
      if (style) styles.set(`${line},${column}`, { value: cellOf(valeur), style })
    }
  }
  return styles
}

function styleOf(line: number, valeur: ValeurTableur, numFmt: string | undefined, bold: boolean): CellStyle {
  if (line === 0) return head
  return {
    ...(numFmt === undefined || typeof valeur === 'string' ? {} : { numFmt }),
    ...(bold ? { font: { bold } } : {}),
    alignment: {
      vertical: 'top',
      wrapText: typeof valeur === 'string',
      ...(numFmt === undefined ? {} : { horizontal: 'right' as const }),
    },
  }
}
