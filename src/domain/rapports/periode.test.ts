import { describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { lastQuarter, parsePeriode, proposedPeriodes, readDates } from './periode'

describe('une période', () => {
  it.each([
    ['2026', 'Année 2026', '2026-01-01', '2026-12-31'],
    ['2026-T1', '1er trimestre 2026', '2026-01-01', '2026-03-31'],
    ['2026-T2', '2e trimestre 2026', '2026-04-01', '2026-06-30'],
    ['2026-T4', '4e trimestre 2026', '2026-10-01', '2026-12-31'],
    ['2028-02', 'Février 2028', '2028-02-01', '2028-02-29'],
    ['2026-12', 'Décembre 2026', '2026-12-01', '2026-12-31'],
  ])('%s est « %s », du %s au %s', (code, libelle, du, au) => {
    expect(parsePeriode(code)).toEqual({ code, libelle, du, au })
  })

  it.each(['', '1970', '2026-T5', '2026-T0', '2026-13', '2026-00', '2026-9', '2026-09-01', '26', 'hier'])(
    'ne se lit pas dans %j',
    (code) => {
      expect(parsePeriode(code)).toBeNull()
    },
  )

  it.each([
    ['2026-11-23', '2026-T3'],
    ['2026-10-01', '2026-T3'],
    ['2026-09-30', '2026-T2'],
    ['2026-01-15', '2025-T4'],
  ])('le %s, le dernier trimestre entier est %s', (today, code) => {
    expect(lastQuarter(civilDate(today)).code).toBe(code)
  })

  it('se choisit parmi neuf trimestres, douze mois et trois années, par-dessus le Nouvel An', () => {
    const codes = proposedPeriodes(civilDate('2026-02-10')).map(({ code }) => code)
    expect(codes).toHaveLength(24)
    expect(codes).toEqual(
      expect.arrayContaining(['2026-T1', '2024-T1', '2026-02', '2025-12', '2025-03', '2024']),
    )
  })

  it('ne remonte pas avant 2020', () => {
    expect(proposedPeriodes(civilDate('2020-05-01')).map(({ code }) => code)).toEqual([
      '2020-T2',
      '2020-T1',
      '2020-05',
      '2020-04',
      '2020-03',
      '2020-02',
      '2020-01',
      '2020',
    ])
  })
})

describe('deux nuits choisies', () => {
  it.each([
    ['2026-07-01', '2026-07-01', 'Nuit du 01/07/2026'],
    ['2020-01-01', '2025-01-01', 'Nuits du 01/01/2020 au 01/01/2025'],
  ])('du %s au %s font une période', (du, au, libelle) => {
    expect(readDates(du, au)).toEqual({ ok: true, periode: { code: 'dates', libelle, du, au } })
  })

  it.each([
    ['', '2026-01-01', 'Donnez la première et la dernière nuit.'],
    ['2026-01-02', '2026-01-01', 'La dernière nuit est avant la première.'],
    ['1970-01-01', '2026-01-01', /1970-01-01.*à partir du 1er janvier 2020/],
    ['2019-12-31', '2026-01-01', /à partir du 1er janvier 2020/],
    ['2026-02-30', '2026-03-01', /2026-02-30/],
    ['2026-01-01', '2026-02-30', '« 2026-02-30 » n’est pas une date.'],
    ['2020-01-01', '2026-01-01', 'Une période couvre cinq ans au plus.'],
    ['x'.repeat(10_000), '2026-01-01', /^« x{40}… »/],
  ])('du %j au %j sont refusées avec une phrase', (du, au, faute) => {
    const read = readDates(du, au)
    expect(read.ok ? '' : read.faute).toMatch(faute)
  })
})
