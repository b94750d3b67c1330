import { type CellStyle, writeXlsx } from 'hucre'
import { toParis } from '@/domain/commun/civil-date'
import { disarmFormula, type ValeurTableur } from '@/domain/commun/tableur'
import type { Feuille } from '@/domain/rapports/classeur'

const MS_PER_MINUTE = 60_000
const police = { name: 'Calibri', size: 11 }
const LINE_POINTS = 15
const head: CellStyle = {
  font: { ...police, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4EAF2' } },
}

/** Writes the few sheets of a report: numbers and dates are real, the head of each sheet stays in sight. */
export function makeWorkbook(feuilles: readonly Feuille[], titre: string): Promise<Uint8Array> {
  return writeXlsx({
    sheets: feuilles.map((feuille) => ({
      name: feuille.nom,
      columns: feuille.largeurs.map((width) => ({ width })),
      rows: feuille.lignes.map((ligne) => ligne.map(cellOf)),
      cells: stylesOf(feuille),
      rowDefs: heightsOf(feuille),
      freezePane: { rows: 1, columns: 1 },
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
    })),
    properties: { title: titre, creator: 'Maillage' },
    defaultFont: police,
  })
}

/** A spreadsheet has no time zone: a date is the clock of Paris, written as if it were universal time. */
export function cellOf(valeur: ValeurTableur): string | number | Date | null {
  if (typeof valeur === 'string') return disarmFormula(valeur)
  if (!(valeur instanceof Date)) return valeur
  const { date, minute } = toParis(valeur)
  return new Date(Date.parse(date) + minute * MS_PER_MINUTE)
}

/** Not every spreadsheet makes room for a text that takes several lines: those lines are made high enough. */
function heightsOf({ lignes, largeurs }: Feuille) {
  const heights = new Map<number, { height: number }>()
  for (const [line, ligne] of lignes.entries()) {
    const most = Math.max(...ligne.map((valeur, column) => linesOf(valeur, largeurs[column] ?? 1)))
    if (most > 1) heights.set(line, { height: most * LINE_POINTS })
  }
  return heights
}

/** Words do not fill a line to its end. */
function linesOf(valeur: ValeurTableur, width: number): number {
  return typeof valeur === 'string' ? Math.ceil((valeur.length * 1.1) / width) : 1
}

function stylesOf({ lignes, formats, gras, retraits }: Feuille) {
  const styles = new Map<string, { value: string | number | Date | null; style: CellStyle }>()
  for (const [line, ligne] of lignes.entries()) {
    for (const [column, valeur] of ligne.entries()) {
      const numFmt = formats.get(`${Math.max(line, 1)},${column}`)
      const indent = column === 0 ? retraits.get(line) : undefined
      const style = styleOf(valeur, { isHead: line === 0, numFmt, isBold: gras.has(line), indent })
      styles.set(`${line},${column}`, { value: cellOf(valeur), style })
    }
  }
  return styles
}

type Apparence = {
  isHead: boolean
  /** of the column, for its head */
  numFmt: string | undefined
  isBold: boolean
  indent: number | undefined
}

function styleOf(valeur: ValeurTableur, apparence: Apparence): CellStyle {
  const { isHead, numFmt, isBold } = apparence
  const alignment = alignmentOf(valeur, apparence)
  if (isHead) return { ...head, alignment }
  return {
    ...(numFmt === undefined || typeof valeur === 'string' ? {} : { numFmt }),
    ...(isBold ? { font: { ...police, bold: true } } : {}),
    alignment,
  }
}

/** Figures and what stands for one are on the right, under their head; a date is read like a text. */
function alignmentOf(
  valeur: ValeurTableur,
  { numFmt, indent }: Apparence,
): NonNullable<CellStyle['alignment']> {
  const shared = { vertical: 'top', wrapText: typeof valeur === 'string' } as const
  if (numFmt?.startsWith('#')) return { ...shared, horizontal: 'right' }
  if (indent) return { ...shared, horizontal: 'left', indent }
  return valeur instanceof Date ? { ...shared, horizontal: 'left' } : shared
}
