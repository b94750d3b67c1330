import { describe, expect, it } from 'vitest'
import { readTuile, widen } from './tuiles'

describe('l’adresse d’une tuile', () => {
  it.each([
    ['12', '2075', '1408'],
    ['8', '129', '88'],
    ['18', '132820', '90146'],
  ])('est suivie quand elle touche les deux départements : %s/%s/%s', (z, x, y) => {
    expect(readTuile(z, x, y)).toEqual({ z: Number(z), x: Number(x), y: Number(y) })
  })

  it.each([
    ['12', '2000', '1408', 'à l’ouest'],
    ['12', '2075', '1500', 'au sud (Lyon)'],
    ['7', '64', '44', 'trop loin'],
    ['19', '265640', '180292', 'trop près'],
    ['12', '-1', '1408', 'colonne négative'],
    ['12', '2075.5', '1408', 'colonne coupée'],
    ['12', '2075', '../../etc', 'chemin'],
    ['1e1', '2075', '1408', 'nombre écrit autrement'],
    ['12', '99999999', '1408', 'trop de chiffres'],
  ])('n’est pas suivie : %s/%s/%s, %s', (z, x, y) => {
    expect(readTuile(z, x, y)).toBeNull()
  })
})

describe('le carré plus large qui contient une tuile', () => {
  it('est celui du zoom d’avant, et dit quel quart elle en occupe', () => {
    expect(widen({ z: 15, x: 16_603, y: 11_268 }, 1)).toEqual({
      tuile: { z: 14, x: 8301, y: 5634 },
      part: { x: 0.5, y: 0, side: 0.5 },
    })
  })

  it('trois zooms plus loin, en est un soixante-quatrième', () => {
    expect(widen({ z: 15, x: 16_603, y: 11_268 }, 3)).toEqual({
      tuile: { z: 12, x: 2075, y: 1408 },
      part: { x: 0.375, y: 0.5, side: 0.125 },
    })
  })

  it('n’existe plus en deçà du premier zoom', () => {
    expect(widen({ z: 9, x: 259, y: 176 }, 1)).not.toBeNull()
    expect(widen({ z: 9, x: 259, y: 176 }, 2)).toBeNull()
  })
})
