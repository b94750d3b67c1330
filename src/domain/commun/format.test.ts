import { describe, expect, it } from 'vitest'
import {
  formatAge,
  formatDate,
  formatDatedTime,
  formatDateTime,
  formatDayMonth,
  formatDuration,
  formatNumber,
  formatPercent,
  formatShortDate,
  formatShortDateTime,
  formatTime,
  lowerFirst,
  plural,
} from './format'

/** Tests read better with plain spaces; that the spaces are no-break is asserted apart. */
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ')

describe('les nombres', () => {
  it.each([
    [0, '0'],
    [1234.5, '1 234,5'],
    [1_234_567, '1 234 567'],
    [-3.25, '-3,3'],
  ])('%s se lit « %s »', (value, expected) => {
    expect(plain(formatNumber(value))).toBe(expected)
  })

  it('ne se coupent jamais en fin de ligne', () => {
    expect(formatNumber(1234.5)).not.toContain(' ')
    expect(plural(1234, 'place', 'places')).not.toContain(' ')
  })

  it.each([
    [0.205, '20,5 %'],
    [1, '100 %'],
  ])('%s de part se lit « %s »', (share, expected) => {
    expect(plain(formatPercent(share))).toBe(expected)
  })

  it.each([
    [0, '0 place'],
    [1, '1 place'],
    [1.5, '1,5 place'],
    [2, '2 places'],
    [1200, '1 200 places'],
  ])('%s s’accorde en « %s »', (count, expected) => {
    expect(plain(plural(count, 'place', 'places'))).toBe(expected)
  })
})

describe('les durées', () => {
  it.each([
    [0, '0 min'],
    [45, '45 min'],
    [60, '1 h'],
    [125, '2 h 05'],
    [59.6, '1 h'],
    [-90, '−1 h 30'],
    [100_000, '1 666 h 40'],
  ])('%s minutes se lisent « %s »', (minutes, expected) => {
    expect(plain(formatDuration(minutes))).toBe(expected)
  })

  it.each([
    [-5, '0 s'],
    [12, '12 s'],
    [61, '1 min'],
    [7500, '2 h 05'],
    [86_399, '23 h 59'],
    [86_400 * 3, '3 j'],
  ])('un âge de %s secondes se lit « %s »', (seconds, expected) => {
    expect(plain(formatAge(seconds))).toBe(expected)
  })
})

describe('les dates', () => {
  it.each([
    ['2026-11-23', 'lundi 23 novembre 2026', '23/11/2026', 'lun. 23 nov.'],
    ['2026-03-01', 'dimanche 1er mars 2026', '01/03/2026', 'dim. 1er mars'],
    ['2028-02-29', 'mardi 29 février 2028', '29/02/2028', 'mar. 29 févr.'],
  ])('%s se lit « %s », « %s », « %s »', (date, long, short, dayMonth) => {
    expect(formatDate(date)).toBe(long)
    expect(formatShortDate(date)).toBe(short)
    expect(formatDayMonth(date)).toBe(dayMonth)
  })

  it('refuse ce qui n’est pas une date civile', () => {
    expect(() => formatDate('23/11/2026')).toThrow(RangeError)
  })

  it.each([
    ['2026-11-23T21:30:00Z', '22 h 30', '2026-11-23'],
    ['2026-07-14T22:05:00Z', '0 h 05', '2026-07-15'],
    ['2026-10-25T01:30:00Z', '2 h 30', '2026-10-25'],
    ['2026-12-31T23:00:00Z', '0 h 00', '2027-01-01'],
  ])('%s est à Paris %s le %s', (iso, time, date) => {
    expect(plain(formatTime(new Date(iso)))).toBe(time)
    expect(formatShortDateTime(new Date(iso))).toContain(formatDayMonth(date))
  })

  it('dit le jour et l’heure ensemble', () => {
    const instant = new Date('2026-11-23T21:30:00Z')
    expect(plain(formatDateTime(instant))).toBe('lundi 23 novembre 2026 à 22 h 30')
    expect(plain(formatShortDateTime(instant))).toBe('lun. 23 nov., 22 h 30')
    expect(plain(formatDatedTime(instant))).toBe('23/11/2026, 22 h 30')
    expect(plain(formatDatedTime(new Date('2026-12-31T23:00:00Z')))).toBe('01/01/2027, 0 h 00')
  })
})

describe('un libellé repris dans une phrase', () => {
  it.each([
    ['Refusée', 'refusée'],
    ['Âge inconnu', 'âge inconnu'],
    ['CSAPA référent', 'CSAPA référent'],
    ['Un chez-soi d’abord', 'un chez-soi d’abord'],
    ['25-29', '25-29'],
    ['', ''],
  ])('« %s » y est « %s »', (label, inSentence) => {
    expect(lowerFirst(label)).toBe(inSentence)
  })
})
