import type { CanvasRect, Column, Content, PatternFill, TableCell } from 'pdfmake/interfaces'
import { writeCase } from './chiffre'
import type { Graphique } from './graphique'
import { printable } from './imprime-texte'
import type { Indicateur } from './indicateur'
import type { Cellule } from './lecture'

/** Points for the longest bar; its figure stands after it. */
const LONGEST = 250
const HEIGHT = 8
const encre = '#1d4e89'

/** Filled, hatched, outlined, as on screen: told apart on paper without colour. */
const fills: readonly [string, PatternFill, string] = [encre, ['hachures', encre], '#ffffff']

/** Bars of one indicator, from the geometry that the screen draws. */
export function barsOf(indicateur: Indicateur, graphique: Graphique): Content {
  const { series, rangees, max, coupe } = graphique
  const note = `Les ${rangees.length} plus grands ; ${coupe} autres dans le tableau.`
  return {
    margin: [0, 4, 0, 8],
    unbreakable: true,
    stack: [
      {
        text: [printable(indicateur.nom), { text: printable(` · en ${indicateur.unite}`), bold: false }],
        style: 'tableau',
      },
      ...(series.length > 1 ? [legend(series)] : []),
      {
        table: {
          widths: [170, '*'],
          dontBreakRows: true,
          body: rangees.map(({ libelle, valeurs }): TableCell[] => [
            { text: printable(libelle), alignment: 'right', fontSize: 8 },
            { stack: valeurs.map((valeur, rang) => bar(valeur, rang, max, indicateur.decimales)) },
          ]),
        },
        layout: 'barres',
      },
      ...(coupe > 0 ? [{ text: printable(note), style: 'note' }] : []),
    ],
  }
}

/** What is hidden has no length: a bar would tell. */
function bar(cellule: Cellule, rang: number, max: number, decimales: 0 | 1): Content {
  const figure = printable(writeCase({ cellule, decimales }))
  if (typeof cellule !== 'number') return { text: figure, fontSize: 7, color: '#566072' }
  const length = max === 0 ? 0 : (cellule / max) * LONGEST
  return {
    columns: [
      { width: Math.max(length, 1), canvas: [swatch(length, rang)], margin: [0, 1, 0, 0] },
      { width: '*', text: figure, fontSize: 8, margin: [4, 0, 0, 0] },
    ],
  }
}

function legend(series: readonly string[]): Content {
  return {
    margin: [0, 0, 0, 4],
    columns: series.flatMap((serie, rang): Column[] => [
      { width: 18, canvas: [swatch(14, rang)], margin: [0, 1, 0, 0] },
      { width: 'auto', text: printable(serie), noWrap: true, fontSize: 8, margin: [0, 0, 16, 0] },
    ]),
  }
}

function swatch(w: number, rang: number): CanvasRect {
  const color = fills[rang] ?? fills[0]
  return { type: 'rect', x: 0, y: 0, w, h: HEIGHT, lineWidth: 0.6, lineColor: encre, color }
}
