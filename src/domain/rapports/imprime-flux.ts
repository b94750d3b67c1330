import type { Content } from 'pdfmake/interfaces'
import { type Flux, fluxOf } from './flux'
import { type DessinFlux, drawFlux, LABEL_GAP } from './flux-dessin'
import { printable } from './imprime-texte'
import type { Section } from './section'

const WIDTH = 515
const HEIGHT = 230
/** At 8 points, and a little more than most. */
const LETTER = 4.5
/** White around the letters, drawn under them: a flow that passes behind a label is not read as crossing it out. */
const HALO = 'fill="#ffffff" stroke="#ffffff" stroke-width="3.5" stroke-linejoin="round"'
const encre = '#1d4e89'

/** The flow that a section tells, for paper: the drawing of the screen, with its figures beside each step. */
export function flowOf(section: Section): Content[] {
  const flux = fluxOf(section)
  return flux === null ? [] : [printFlux(flux)]
}

function printFlux(flux: Flux): Content {
  return {
    unbreakable: true,
    margin: [0, 4, 0, 14],
    stack: [
      { text: printable(flux.titre), style: 'tableau' },
      { svg: svgOf(drawFlux(flux, { largeur: WIDTH, hauteur: HEIGHT, lettre: LETTER })), width: WIDTH },
      {
        text: printable(
          'Un trait pointillé est un flux secret : son épaisseur, toujours la même, ne dit rien. Les chiffres de chaque flux sont dans le tableau.',
        ),
        style: 'note',
      },
    ],
  }
}

function svgOf({ noeuds, liens, hauteur }: DessinFlux): string {
  const flows = liens.map(({ trace, epaisseur, valeur }) =>
    typeof valeur === 'number'
      ? `<path d="${trace}" fill="none" stroke="${encre}" stroke-opacity="0.28" stroke-width="${epaisseur.toFixed(2)}"/>`
      : `<path d="${trace}" fill="none" stroke="#566072" stroke-width="1.2" stroke-dasharray="3 3"/>`,
  )
  const steps = noeuds.map(({ x, y, largeur, hauteur: h, texte }) => {
    const text = escaped(printable(texte))
    const middle = (y + h / 2 + 3).toFixed(1)
    const label = (pen: string) =>
      `<text x="${(x + largeur + LABEL_GAP).toFixed(1)}" y="${middle}" font-family="Atkinson" font-size="8" ${pen}>${text}</text>`
    return (
      `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${largeur}" height="${Math.max(h, 1).toFixed(1)}" fill="${encre}"/>` +
      label(HALO) +
      label('fill="#1c2430"')
    )
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${hauteur + 8}" viewBox="0 -4 ${WIDTH} ${hauteur + 8}">${flows.join('')}${steps.join('')}</svg>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
