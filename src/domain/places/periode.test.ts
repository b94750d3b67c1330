import { describe, expect, it } from 'vitest'
import { civilDate } from '../commun/civil-date'
import { changeBetween, type Periode } from './periode'

const p = (du: string, au: string | null, fait: number): Periode<number> => ({
  du: civilDate(du),
  au: au === null ? null : civilDate(au),
  fait,
})
const grandFroid = { du: civilDate('2026-12-01'), au: civilDate('2027-01-01') }
const plus70 = (fait: number | null) => (fait ?? 0) + 70

describe('un fait daté, changé entre deux dates', () => {
  it.each([
    [
      'se coupe en trois',
      [p('2026-01-01', null, 30)],
      [p('2026-01-01', '2026-12-01', 30), p('2026-12-01', '2027-01-01', 100), p('2027-01-01', null, 30)],
    ],
    ['où rien n’était dit, se dit', [], [p('2026-12-01', '2027-01-01', 70)]],
    [
      'qui commence pendant, garde sa date et sa suite',
      [p('2026-12-10', null, 20)],
      [p('2026-12-01', '2026-12-10', 70), p('2026-12-10', '2027-01-01', 90), p('2027-01-01', null, 20)],
    ],
    [
      'qui finit avant ou commence après, ne change pas',
      [p('2026-01-01', '2026-12-01', 30), p('2027-01-01', null, 40)],
      [p('2026-01-01', '2026-12-01', 30), p('2026-12-01', '2027-01-01', 70), p('2027-01-01', null, 40)],
    ],
    [
      'en deux périodes pendant, change dans chacune',
      [p('2026-01-01', '2026-12-15', 10), p('2026-12-15', '2026-12-20', 20)],
      [
        p('2026-01-01', '2026-12-01', 10),
        p('2026-12-01', '2026-12-15', 80),
        p('2026-12-15', '2026-12-20', 90),
        p('2026-12-20', '2027-01-01', 70),
      ],
    ],
  ])('%s', (_, avant, apres) => {
    expect(changeBetween(avant, grandFroid, plus70)).toEqual(apres)
  })

  it('peut ne rien dire de plus là où rien n’était dit', () => {
    expect(changeBetween<number>([], grandFroid, () => null)).toEqual([])
  })
})
