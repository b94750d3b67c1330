import { sankey, sankeyLinkHorizontal } from 'd3-sankey'
import type { Flux, LienFlux, NoeudFlux } from './flux'
import type { Cellule } from './lecture'

/** Where to draw a flow, in a box `largeur` by `hauteur`, whatever the pen: screen or paper. */
export type DessinFlux = {
  largeur: number
  hauteur: number
  noeuds: readonly (NoeudFlux & {
    x: number
    y: number
    largeur: number
    hauteur: number
    estDernier: boolean
  })[]
  /** `trace`: the SVG path of its middle */
  liens: readonly (LienFlux & { trace: string; epaisseur: number })[]
}

const NODE_WIDTH = 12
const GAP = 18
/** A secret flow is as thick as this share of all that is known: always the same, so that its width tells nothing. */
const SECRET_SHARE = 0.025

type Node = { cle: string; colonne: number }
type Link = { source: string; target: string; value: number; lien: LienFlux }

/** Lays a flow from left to right (d3-sankey), in the order given: 75 before 93, accepted before refused. */
export function drawFlux({ noeuds, liens }: Flux, largeur: number, hauteur: number): DessinFlux {
  const known = liens.reduce((sum, { valeur }) => sum + numberOf(valeur), 0)
  const thin = Math.max(known * SECRET_SHARE, 1)
  const columns = Math.max(...noeuds.map(({ colonne }) => colonne))
  const lay = sankey<Node, Link>()
    .nodeId(({ cle }) => cle)
    .nodeAlign(({ colonne }) => colonne)
    .nodeSort(null)
    .linkSort(null)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(GAP)
    .extent([
      [0, 0],
      [largeur, hauteur],
    ])
  const graph = lay({
    nodes: noeuds.map(({ cle, colonne }) => ({ cle, colonne })),
    links: liens.map((lien) => ({
      source: lien.de,
      target: lien.vers,
      value: typeof lien.valeur === 'number' ? lien.valeur : thin,
      lien,
    })),
  })
  const path = sankeyLinkHorizontal<Node, Link>()
  return {
    largeur,
    hauteur,
    noeuds: graph.nodes.flatMap(({ x0 = 0, x1 = 0, y0 = 0, y1 = 0 }, rang) => {
      const noeud = noeuds[rang]
      const box = { x: x0, y: y0, largeur: x1 - x0, hauteur: y1 - y0 }
      return noeud ? { ...noeud, ...box, estDernier: noeud.colonne === columns } : []
    }),
    liens: graph.links.map((link) => ({
      ...link.lien,
      trace: path(link) ?? '',
      epaisseur: Math.max(1, link.width ?? 1),
    })),
  }
}

function numberOf(valeur: Cellule): number {
  return typeof valeur === 'number' ? valeur : 0
}
