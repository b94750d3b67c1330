import { describe, expect, it } from 'vitest'
import type { PointStructure } from '../structures/resume'
import { findCommune } from '../territoire/territoire'
import { lieuxDesArrets } from './lieux'
import type { ArretLocal } from './tournee'

const point: PointStructure = { longitude: 2.3592, latitude: 48.8872, precision: 'ADRESSE' }
const structures = [{ id: 'ego', point }, { id: 'd-un-paquet-d-avant' }]

function arret(id: string, communeCode: string, structureId: string | null = null): ArretLocal {
  const arrivee = '2026-11-23T19:00:00.000Z'
  return { id, remplaceId: null, corps: { maraudeId: 'm', communeCode, structureId, arrivee } }
}

describe('les arrêts d’une maraude', () => {
  it('se dessinent dans leur structure, ou au centre de leur commune, et se comptent par lieu', () => {
    const centre = findCommune('93066')
    expect(
      lieuxDesArrets(
        [
          arret('a', '75118', 'ego'),
          arret('b', '93066'),
          arret('c', '75118', 'ego'),
          arret('d', '93066', 'd-un-paquet-d-avant'),
        ],
        structures,
      ),
    ).toEqual([
      { id: 'ego', longitude: 2.3592, latitude: 48.8872, count: 2 },
      {
        id: '93066',
        longitude: centre?.longitude,
        latitude: centre?.latitude,
        count: 2,
      },
    ])
  })

  it('d’une commune inconnue de cette version ne sont pas dessinés', () => {
    expect(lieuxDesArrets([arret('a', '99999')], structures)).toEqual([])
  })
})
