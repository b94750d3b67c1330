import { describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { nextEcheance, periodeOfEcheance } from './echeance'

describe('une échéance', () => {
  it.each([
    ['MOIS', '2026-11-26T12:00:00Z', '2026-12-01T07:00:00.000Z'],
    ['MOIS', '2026-12-01T06:59:59Z', '2026-12-01T07:00:00.000Z'],
    ['MOIS', '2026-12-01T07:00:00Z', '2027-01-01T07:00:00.000Z'],
    ['MOIS', '2026-03-10T12:00:00Z', '2026-04-01T06:00:00.000Z'],
    ['MOIS', '2026-10-10T12:00:00Z', '2026-11-01T07:00:00.000Z'],
    ['TRIMESTRE', '2026-11-26T12:00:00Z', '2027-01-01T07:00:00.000Z'],
    ['TRIMESTRE', '2026-01-01T07:00:00Z', '2026-04-01T06:00:00.000Z'],
    ['TRIMESTRE', '2026-04-01T06:00:00Z', '2026-07-01T06:00:00.000Z'],
    ['TRIMESTRE', '2026-09-30T22:30:00Z', '2026-10-01T06:00:00.000Z'],
  ] as const)('(%s) après %s tombe à 8 heures de Paris : %s', (rythme, now, expected) => {
    expect(nextEcheance(rythme, new Date(now)).toISOString()).toBe(expected)
  })

  it.each([
    ['MOIS', '2026-12-01', '2026-11'],
    ['MOIS', '2026-01-01', '2025-12'],
    ['TRIMESTRE', '2026-10-01', '2026-T3'],
    ['TRIMESTRE', '2026-01-01', '2025-T4'],
  ] as const)('(%s) du %s ferme %s', (rythme, echeance, code) => {
    expect(periodeOfEcheance(rythme, civilDate(echeance)).code).toBe(code)
  })
})
