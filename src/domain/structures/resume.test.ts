import { describe, expect, it } from 'vitest'
import { pointOf } from './resume'

const commune = { nom: 'Montreuil', longitude: 2.4501, latitude: 48.8635 }
const adresse = { longitude: 2.44, latitude: 48.86 }

describe('le point d’une structure', () => {
  it.each([
    [
      'à son adresse quand elle est connue',
      { confidentiel: false, adresse, commune },
      { ...adresse, precision: 'ADRESSE' },
    ],
    [
      'au centre de sa commune quand elle ne l’est pas',
      { confidentiel: false, adresse: null, commune },
      'COMMUNE',
    ],
    [
      'jamais à son adresse quand elle est confidentielle',
      { confidentiel: true, adresse, commune },
      'COMMUNE',
    ],
    [
      'nulle part quand sa commune n’est pas connue',
      { confidentiel: true, adresse: null, commune: null },
      null,
    ],
  ])('est %s', (_, faits, expected) => {
    const centre = { longitude: commune.longitude, latitude: commune.latitude, precision: 'COMMUNE' }
    expect(pointOf(faits)).toEqual(expected === 'COMMUNE' ? centre : expected)
  })
})
