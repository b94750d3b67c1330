import { describe, expect, it } from 'vitest'
import { champsRestants, fraicheur } from './fraicheur'

describe('la fraîcheur d’une fiche', () => {
  it.each([
    [null, 'JAMAIS'],
    ['2026-11-23T10:00:00Z', 'CONFIRMEE'],
    ['2026-05-24T10:00:00Z', 'CONFIRMEE'],
    ['2026-05-23T21:59:00Z', 'A_CONFIRMER'],
    // Midnight passed in Paris: the sheet was confirmed on the 24th there.
    ['2026-05-23T22:30:00Z', 'CONFIRMEE'],
    ['2025-11-24T10:00:00Z', 'A_CONFIRMER'],
    ['2025-11-23T10:00:00Z', 'PERIMEE'],
    ['2020-01-01T10:00:00Z', 'PERIMEE'],
  ])('confirmée le %s est %s', (confirmed, expected) => {
    const now = new Date('2026-11-23T10:00:00Z')
    expect(fraicheur(confirmed === null ? null : new Date(confirmed), now)).toBe(expected)
  })

  it('ne compte un mois qu’entier, même en fin de mois', () => {
    expect(fraicheur(new Date('2026-08-31T10:00:00Z'), new Date('2027-02-28T10:00:00Z'))).toBe('CONFIRMEE')
    expect(fraicheur(new Date('2026-08-31T10:00:00Z'), new Date('2027-03-01T10:00:00Z'))).toBe('A_CONFIRMER')
  })
})

describe('confirmer une fiche', () => {
  it('lève le doute sur ce qui est écrit et le garde sur ce qui manque', () => {
    const enonces = {
      operateur: true,
      commune: true,
      adresse: false,
      horaires: true,
      capacite: false,
      depuis: true,
      statut: true,
      services: true,
    }
    expect(champsRestants(['adresse', 'horaires', 'capacite', 'statut'], enonces)).toEqual([
      'adresse',
      'capacite',
    ])
  })
})
