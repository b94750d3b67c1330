import { sankey, type SankeyLink, sankeyLinkHorizontal } from 'd3-sankey'
import { writeCase } from './chiffre'
import type { Flux, LienFlux, NoeudFlux } from './flux'
import type { Cellule } from './lecture'

/** Where to draw a flow and its labels, in a box `largeur` by `hauteur`, whatever the pen: screen or paper. */
export type DessinFlux = {
  largeur: number
  hauteur: number
  noeuds: readonly (NoeudFlux & {
    x: number
    y: number
    largeur: number
    hauteur: number
    /** what is written beside it, from `x + largeur + LABEL_GAP` */
    texte: string
  })[]
  /** `trace`: the SVG path of its middle */
  liens: readonly (LienFlux & { trace: string; epaisseur: number })[]
}

const NODE_WIDTH = 12
/** Between a step and what is written beside it. */
export const LABEL_GAP = 5
const GAP = 18
/** A secret flow is as thick as this share of all that is known: always the same, so that its width tells nothing. */
const SECRET_SHARE = 0.025

type Node = { cle: string; colonne: number; fixedValue?: number }
type Link = { lien: LienFlux }

/**
 * Lays a flow from left to right (d3-sankey), in the order given: 75 before 93, accepted before refused. `lettre`: how wide a letter
 * of the pen is; the last steps stand far enough from the right for all that is written beside them.
 */
export function drawFlux(
  { noeuds, liens }: Flux,
  { largeur, hauteur, lettre }: { largeur: number; hauteur: number; lettre: number },
): DessinFlux {
  const known = liens.reduce((sum, { valeur }) => sum + numberOf(valeur), 0)
  const thin = Math.max(known * SECRET_SHARE, 1)
  const last = Math.max(...noeuds.map(({ colonne }) => colonne))
  const written = noeuds.filter(({ colonne }) => colonne === last).map((noeud) => labelOf(noeud).length)
  const room = LABEL_GAP + lettre * Math.max(...written)
  const lay = sankey<Node, Link>()
    .nodeId(({ cle }) => cle)
    .nodeAlign(({ colonne }) => colonne)
    .nodeSort(null)
    .linkSort(null)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(GAP)
    .extent([
      [0, 0],
      [largeur - room, hauteur],
    ])
  const links = liens.map((lien) => ({
    source: lien.de,
    target: lien.vers,
    value: typeof lien.valeur === 'number' ? lien.valeur : thin,
    lien,
  }))
  const graph = lay({
    // As high as the total written beside it, which tells no more; without one, as high as what is drawn of it.
    nodes: noeuds.map(({ cle, colonne, valeur }) => ({
      cle,
      colonne,
      ...(typeof valeur === 'number' && { fixedValue: valeur }),
    })),
    links,
  })
  const path = sankeyLinkHorizontal<Node, Link>()
  return {
    largeur,
    hauteur,
    noeuds: graph.nodes.flatMap(({ x0 = 0, x1 = 0, y0 = 0, y1 = 0 }, rang) => {
      const noeud = noeuds[rang]
      const box = { x: x0, y: y0, largeur: x1 - x0, hauteur: y1 - y0 }
      return noeud ? { ...noeud, ...box, texte: labelOf(noeud) } : []
    }),
    liens: graph.links.map((link) => ({
      ...link.lien,
      trace: path({ ...link, ...endIn(link) }) ?? '',
      epaisseur: Math.max(1, link.width ?? 1),
    })),
  }
}

/**
 * A flow ends inside the box of its step. A secret one takes the same room whatever it is, sometimes more than what a published
 * total leaves it: the last flows then meet at the foot of the box.
 */
function endIn({ source, target, y0 = 0, y1 = 0, width = 0, lien }: SankeyLink<Node, Link>) {
  const under = lien.valeur === 'SECRET' ? 0 : width / 2
  const foot = (end: typeof source) => (typeof end === 'object' ? (end.y1 ?? 0) : 0) - under
  return { y0: Math.min(y0, foot(source)), y1: Math.min(y1, foot(target)) }
}

function labelOf({ libelle, valeur }: NoeudFlux): string {
  return `${libelle} : ${writeCase({ cellule: valeur, decimales: 0 })}`
}

function numberOf(valeur: Cellule): number {
  return typeof valeur === 'number' ? valeur : 0
}
