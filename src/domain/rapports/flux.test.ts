import { describe, expect, it } from 'vitest'
import type { Repere } from './axes'
import { addUp, fluxOf } from './flux'
import { drawFlux, LABEL_GAP } from './flux-dessin'
import type { Cellule } from './lecture'
import type { Section } from './section'

function sectionOf(lines: Readonly<Record<string, readonly Cellule[]>>): Section {
  const columns = ['orientations', 'acceptees', 'refusees']
  return {
    indicateur: 'orientations',
    dimension: 'trajet',
    colonnes: columns.map((cle, rang) => ({ cle, libelle: cle, profondeur: rang === 0 ? 0 : 1 })),
    lignes: Object.keys(lines).map((cle): Repere => ({
      cle,
      libelle: cle,
      niveau: 'TRAJET',
      departement: null,
      ept: null,
    })),
    cellules: Object.values(lines),
  }
}

const section = sectionOf({
  '75>75': [20, 15, 5],
  '93>75': ['SECRET', 'SECRET', 0],
  '93>93': [30, 10, 20],
})

const box = { largeur: 600, hauteur: 300, lettre: 7 }

describe('un flux', () => {
  it.each([
    [[], 0],
    [[1, 2], 3],
    [[1, 'SECRET'], 'SECRET'],
    [[0, 'SANS_OBJET'], 0],
  ] as const)('%j fait %s', (parts, sum) => {
    expect(addUp(parts)).toBe(sum)
  })

  it('est secret dès qu’une de ses parts l’est, et jamais ailleurs', () => {
    const flux = fluxOf(section)
    expect(flux?.liens).toEqual([
      { de: 'de 75', vers: 'vers 75', valeur: 20 },
      { de: 'de 93', vers: 'vers 75', valeur: 'SECRET' },
      { de: 'de 93', vers: 'vers 93', valeur: 30 },
      { de: 'vers 75', vers: 'acceptees', valeur: 'SECRET' },
      { de: 'vers 75', vers: 'refusees', valeur: 5 },
      { de: 'vers 93', vers: 'acceptees', valeur: 10 },
      { de: 'vers 93', vers: 'refusees', valeur: 20 },
    ])
    expect(flux?.noeuds.map(({ cle, valeur }) => [cle, valeur])).toEqual([
      ['de 75', 20],
      ['de 93', 'SECRET'],
      ['vers 75', 'SECRET'],
      ['vers 93', 30],
      ['acceptees', 'SECRET'],
      ['refusees', 25],
    ])
  })

  it('dit d’une issue dont un flux est secret le total que montre le tableau', () => {
    const flux = fluxOf(
      sectionOf({ '75>75': [20, 15, 5], '93>75': ['SECRET', 'SECRET', 0], ensemble: [23, 18, 5] }),
    )
    expect(flux?.noeuds.map(({ cle, valeur }) => [cle, valeur])).toEqual([
      ['de 75', 20],
      ['de 93', 'SECRET'],
      ['vers 75', 'SECRET'],
      ['acceptees', 18],
      ['refusees', 5],
    ])
  })

  it('n’existe pas quand rien ne passe, ni pour un autre chiffre', () => {
    expect(fluxOf(sectionOf({ '75>75': [0, 0, 0] }))).toBeNull()
    expect(fluxOf({ ...section, indicateur: 'contacts' })).toBeNull()
  })

  it('se dessine sans que l’épaisseur d’un lien secret ne dise rien', () => {
    const flux = fluxOf(section)
    if (!flux) throw new Error('aucun flux')
    const drawn = drawFlux(flux, box)
    const more = drawFlux({ ...flux, liens: flux.liens.toReversed() }, box)
    const widths = (each: typeof drawn) =>
      each.liens.filter(({ valeur }) => valeur === 'SECRET').map(({ epaisseur }) => epaisseur)
    expect(new Set([...widths(drawn), ...widths(more)].map((width) => width.toFixed(6))).size).toBe(1)
    for (const { x, y, largeur, hauteur } of drawn.noeuds) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + largeur).toBeLessThanOrEqual(600)
      expect(y).toBeGreaterThanOrEqual(-0.001)
      expect(y + hauteur).toBeLessThanOrEqual(300.001)
    }
  })

  it.each([6, 23, 300])(
    'donne à une étape la hauteur du total qu’elle écrit (%i), et y fait finir même ses flux secrets',
    (total) => {
      const flux = fluxOf(
        sectionOf({
          '75>75': [20, 15, 5],
          '93>75': ['SECRET', 'SECRET', 0],
          ensemble: [total, total - 5, 5],
        }),
      )
      if (!flux) throw new Error('aucun flux')
      const { noeuds, liens } = drawFlux(flux, box)
      const scales = noeuds.flatMap(({ valeur, hauteur }) =>
        typeof valeur === 'number' ? hauteur / valeur : [],
      )
      expect(new Set(scales.map((scale) => scale.toFixed(6))).size).toBe(1)
      const isIn = (cle: string, at: number) =>
        noeuds.some((noeud) => noeud.cle === cle && at >= noeud.y && at <= noeud.y + noeud.hauteur)
      const outside = liens.filter(({ de, vers, trace }) => {
        const [, from = Number.NaN, ...others] = (trace.match(/[\d.]+/g) ?? []).map(Number)
        return !isIn(de, from) || !isIn(vers, others.at(-1) ?? Number.NaN)
      })
      expect(outside).toEqual([])
    },
  )

  it('laisse à droite la place de tout ce qui est écrit, un secret aussi', () => {
    const flux = fluxOf(section)
    if (!flux) throw new Error('aucun flux')
    const { noeuds } = drawFlux(flux, box)
    expect(noeuds.map(({ texte }) => texte)).toContain('acceptees : secret')
    for (const { x, largeur, texte } of noeuds)
      expect(x + largeur + LABEL_GAP + texte.length * box.lettre).toBeLessThanOrEqual(box.largeur)
  })
})
