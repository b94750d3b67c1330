import { describe, expect, it } from 'vitest'
import { readTuile } from './tuiles'

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
