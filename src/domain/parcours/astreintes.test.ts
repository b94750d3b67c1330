import { describe, expect, it } from 'vitest'
import { civilDate } from '../commun/civil-date'
import { astreinteCadreSchema, defautsAstreinte, listNuits } from './astreintes'

const lundi = civilDate('2026-11-23')
const A = { occupationId: 'a', parti: false }
const B = { occupationId: 'b', parti: false }

describe('le tour d’astreinte', () => {
  it('montre les trous, les doubles et les résidents partis', () => {
    const [n1, n2, n3, n4] = listNuits(lundi, 4)
    if (!n1 || !n2 || !n3 || !n4) throw new Error('quatre nuits')
    const defauts = defautsAstreinte([
      { nuit: n1, resident: A, cadre: true },
      { nuit: n2, resident: A, cadre: true },
      { nuit: n3, resident: { ...B, parti: true }, cadre: false },
      { nuit: n4, resident: null, cadre: true },
    ])
    expect([...defauts.values()]).toEqual([
      [],
      ['DEUX_NUITS_DE_SUITE'],
      ['RESIDENT_PARTI', 'SANS_CADRE'],
      ['SANS_RESIDENT'],
    ])
  })

  it('suit les jours d’un changement d’heure', () => {
    expect(listNuits(civilDate('2026-10-24'), 3)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26'])
  })
})

describe('le cadre d’astreinte', () => {
  const saisie = {
    structureId: '0198aaaa-0000-7000-8000-000000000001',
    nuit: '2026-11-23',
    jusqua: '2026-11-29',
    fonction: 'DIRECTION',
    telephone: '01 23 45 67 89',
  }
  it.each([
    ['une semaine et un numéro de structure', {}, true],
    ['une dernière nuit avant la première', { jusqua: '2026-11-22' }, false],
    ['deux mois d’un coup', { jusqua: '2027-01-29' }, false],
    ['un nom au lieu d’un numéro', { telephone: 'Sophie' }, false],
    ['une fonction inventée', { fonction: 'CHEF' }, false],
  ])('%s', (_, change, ok) => {
    expect(astreinteCadreSchema.safeParse({ ...saisie, ...change }).success).toBe(ok)
  })
})
