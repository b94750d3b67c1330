/** How a hidden cell is written where there is room for it. */
export const SECRET_STATISTIQUE = 'secret statistique'

/** How a median or a rate of nothing is written: there is none, which is not zero. */
export const SANS_OBJET = 'sans objet'

/** « 1 234,5 » on screen, « 1234,5 » in a file: rounded the same way in both, with as many decimals in every line. */
export function writeFigure(figure: number, decimales: 0 | 1, where: 'ECRAN' | 'FICHIER' = 'ECRAN'): string {
  return figure.toLocaleString('fr-FR', {
    minimumFractionDigits: decimales,
    maximumFractionDigits: decimales,
    useGrouping: where === 'ECRAN',
  })
}

/** « +12 », « −3,5 », « 0 »: a difference says which way it goes. */
export function writeEcart(ecart: number, decimales: 0 | 1): string {
  const written = writeFigure(Math.abs(ecart), decimales)
  if (!/[1-9]/.test(written)) return written
  return `${ecart < 0 ? '−' : '+'}${written}`
}

/** A cell as it is written where a person reads it: its figure, or what stands for it. */
export function writeCase({ cellule, decimales }: { cellule: number | string; decimales: 0 | 1 }): string {
  if (typeof cellule === 'number') return writeFigure(cellule, decimales)
  return cellule === 'SECRET' ? 'secret' : SANS_OBJET
}
