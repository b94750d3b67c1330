import { describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { isUnfinished, nightsToCount } from './nuits'
import { periodeBetween } from './periode'

const novembre = periodeBetween(civilDate('2026-11-01'), civilDate('2026-11-30'))

describe('les nuits à compter', () => {
  it.each([
    ['à 22 h le 23, la nuit du 23 a commencé', '2026-11-23T21:00:00Z', '2026-11-23', '2026-11-22'],
    [
      'à 3 h 59 le 24, la nuit du 23 n’est pas comptée pour les places',
      '2026-11-24T02:59:00Z',
      '2026-11-23',
      '2026-11-22',
    ],
    ['à 4 h le 24, elle l’est', '2026-11-24T03:00:00Z', '2026-11-23', '2026-11-23'],
    ['à 11 h 59 le 24, c’est encore la nuit du 23', '2026-11-24T10:59:00Z', '2026-11-23', '2026-11-23'],
    ['à midi le 24, la nuit du 24 commence', '2026-11-24T11:00:00Z', '2026-11-24', '2026-11-23'],
    ['en décembre, tout novembre est passé', '2026-12-05T11:00:00Z', '2026-11-30', '2026-11-30'],
  ])('%s', (_, now, last, lastCountedAt4) => {
    const at = new Date(now)
    expect(nightsToCount(novembre, {}, at)).toEqual({ du: '2026-11-01', au: last })
    expect(nightsToCount(novembre, { compteA4h: true }, at)).toEqual({ du: '2026-11-01', au: lastCountedAt4 })
  })

  it('manquent tant que la dernière n’est pas finie', () => {
    expect(isUnfinished(novembre, new Date('2026-12-01T10:59:00Z'))).toBe(true)
    expect(isUnfinished(novembre, new Date('2026-12-01T11:00:00Z'))).toBe(false)
  })
})
