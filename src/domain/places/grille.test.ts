import { describe, expect, it } from 'vitest'
import { civilDate } from '../commun/civil-date'
import { nuitsDepuis, partDeNuit, premiereNuit } from './grille'

const at = (text: string) => new Date(text)

function hours(du: string): number[] {
  return nuitsDepuis(civilDate(du), 2).map(({ de, a }) => (a.getTime() - de.getTime()) / 3_600_000)
}

describe('les nuits de la grille', () => {
  it('vont de midi à midi, les deux changements d’heure compris', () => {
    expect(hours('2026-03-28')).toEqual([23, 24])
    expect(hours('2026-10-24')).toEqual([25, 24])
    expect(nuitsDepuis(civilDate('2026-11-23'))).toHaveLength(14)
  })

  it('commencent à la date demandée, sinon la veille de ce soir', () => {
    const ce = civilDate('2026-11-23')
    expect(premiereNuit('2026-12-01', ce)).toBe('2026-12-01')
    expect(premiereNuit('demain', ce)).toBe('2026-11-22')
    expect(premiereNuit(undefined, ce)).toBe('2026-11-22')
  })
})

describe('la part d’une nuit', () => {
  const [nuit] = nuitsDepuis(civilDate('2026-11-23'), 1)
  it.each([
    [
      'entière, d’un séjour qui la déborde',
      '2026-11-20T10:00:00Z',
      '2026-11-30T11:00:00Z',
      { gauche: 0, largeur: 1 },
    ],
    ['entière, d’un séjour sans fin', '2026-11-20T10:00:00Z', null, { gauche: 0, largeur: 1 }],
    [
      'moitié, d’une arrivée à minuit',
      '2026-11-23T23:00:00Z',
      '2026-11-24T11:00:00Z',
      { gauche: 0.5, largeur: 0.5 },
    ],
    ['nulle, d’un séjour qui finit à midi', '2026-11-20T10:00:00Z', '2026-11-23T11:00:00Z', null],
    ['nulle, d’un séjour d’après', '2026-11-24T11:00:00Z', null, null],
  ])('%s', (_, debut, fin, attendu) => {
    if (nuit === undefined) throw new Error('une nuit')
    expect(partDeNuit({ debut: at(debut), fin: fin === null ? null : at(fin) }, nuit)).toEqual(attendu)
  })
})
