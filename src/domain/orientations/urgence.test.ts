import { describe, expect, it } from 'vitest'
import { accesUrgenceSchema } from './urgence'

const motif = 'Trouvée inconsciente, les secours arrivent'

describe('un accès d’urgence', () => {
  it('se demande avec un code et quelques mots', () => {
    expect(accesUrgenceSchema.parse({ code: ' k7-pq3 ', motif: `  ${motif} ` })).toEqual({
      code: 'K7-PQ3',
      motif,
    })
  })

  it.each([
    ['sans code', { code: '', motif }],
    ['avec un code mal recopié', { code: 'K1-PQ3', motif }],
    ['sans motif', { code: 'K7-PQ3', motif: '' }],
    ['avec un motif de trois lettres', { code: 'K7-PQ3', motif: '   mal   ' }],
    ['avec un motif sans fin', { code: 'K7-PQ3', motif: 'a'.repeat(301) }],
    ['avec un prénom dans le motif', { code: 'K7-PQ3', motif: 'Vu Karim au canal, il ne répond plus' }],
    ['avec un numéro dans le motif', { code: 'K7-PQ3', motif: 'Rappeler au 06 12 34 56 78 demain' }],
  ])('se refuse %s', (_, saisie) => {
    expect(accesUrgenceSchema.safeParse(saisie).success).toBe(false)
  })
})
