import { describe, expect, it } from 'vitest'
import { goulot, protegeMarche } from './marches'

const marche = {
  ordre: 4,
  dispositifs: 1,
  capacite: 12,
  places: 12,
  occupees: 9,
  libres: 3,
  fermees: 0,
  enAttente: 6,
  arrivees: 20,
  attente: 4.5,
  sorties: 30,
  duree: 18,
  montees: 12,
}

describe('une marche montrée à tous', () => {
  it('garde les grands nombres', () => {
    expect(protegeMarche(marche, 5)).toEqual(marche)
  })

  it.each([
    ['une attente tirée de trop peu d’arrivées', { arrivees: 3 }, { arrivees: null, attente: null }],
    [
      'une durée tirée de trop peu de sorties',
      { sorties: 4, montees: 0 },
      { sorties: null, duree: null, montees: null },
    ],
    ['trop peu de montées', { montees: 2 }, { montees: null, sorties: 30 }],
    ['des montées dont le reste désigne quelqu’un', { montees: 28 }, { montees: null, sorties: 30 }],
    ['trop peu de demandes', { enAttente: 1 }, { enAttente: null }],
  ])('tait %s', (_, change, expected) => {
    expect(protegeMarche({ ...marche, ...change }, 5)).toMatchObject(expected)
  })
})

describe('le goulot', () => {
  it('est la marche où l’on attend le plus', () => {
    expect(
      goulot([
        { ordre: 3, attente: 0.1 },
        { ordre: 4, attente: 5 },
        { ordre: 5, attente: null },
      ]),
    ).toBe(4)
  })

  it('n’est nulle part quand rien n’est connu', () => {
    expect(goulot([{ ordre: 3, attente: null }])).toBeNull()
  })
})
