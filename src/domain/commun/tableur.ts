/** What a cell of a spreadsheet holds. A date is written as Paris shows it. */
export type ValeurTableur = string | number | Date | null

/** A text that a spreadsheet would run as a formula gets a quote before it, as csv-stringify does in our CSV files. */
export function disarmFormula(text: string): string {
  return /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text
}
