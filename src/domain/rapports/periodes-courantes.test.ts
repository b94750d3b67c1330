import { describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { parsePeriode, periodeBetween } from './periode'
import { periodeBefore, periodeFileName, periodesCourantes, resolveCourante } from './periodes-courantes'

describe('une période courante', () => {
  it.each([
    ['nuit', '2026-11-26', '2026-11-25', '2026-11-25', 'Nuit du 25/11/2026'],
    ['7-nuits', '2026-11-26', '2026-11-19', '2026-11-25', 'Les 7 nuits jusqu’au 25/11/2026'],
    ['30-nuits', '2026-03-31', '2026-03-01', '2026-03-30', 'Les 30 nuits jusqu’au 30/03/2026'],
    ['90-nuits', '2026-01-10', '2025-10-12', '2026-01-09', 'Les 90 nuits jusqu’au 09/01/2026'],
    ['mois-dernier', '2026-03-31', '2026-02-01', '2026-02-28', 'Février 2026'],
    ['mois-dernier', '2026-01-01', '2025-12-01', '2025-12-31', 'Décembre 2025'],
    ['trimestre-dernier', '2026-01-15', '2025-10-01', '2025-12-31', '4e trimestre 2025'],
    ['annee-derniere', '2026-11-26', '2025-01-01', '2025-12-31', 'Année 2025'],
  ])('%s, le %s, va de %s à %s', (code, today, du, au, libelle) => {
    expect(resolveCourante(code, civilDate(today))).toEqual({ code, libelle, du, au })
  })

  it('se lit pour chaque choix proposé, et pour rien d’autre', () => {
    const today = civilDate('2026-11-26')
    expect(periodesCourantes.map(({ code }) => resolveCourante(code, today)?.code)).toEqual(
      periodesCourantes.map(({ code }) => code),
    )
    for (const code of ['', 'hier', 'constructor', '8-nuits', '2026-T3']) {
      expect(resolveCourante(code, today)).toBeNull()
    }
  })
})

describe('la période d’avant', () => {
  it.each([
    ['2026-T1', '2025-T4'],
    ['2026-T3', '2026-T2'],
    ['2026-01', '2025-12'],
    ['2026-03', '2026-02'],
    ['2026', '2025'],
  ])('de %s est %s', (code, before) => {
    const periode = parsePeriode(code)
    expect(periode && periodeBefore(periode).code).toBe(before)
  })

  it.each([
    ['2026-11-25', '2026-11-25', '2026-11-24', '2026-11-24'],
    ['2026-11-19', '2026-11-25', '2026-11-12', '2026-11-18'],
    ['2026-03-25', '2026-04-03', '2026-03-15', '2026-03-24'],
  ])('du %s au %s a autant de nuits : du %s au %s', (du, au, first, last) => {
    const before = periodeBefore(periodeBetween(civilDate(du), civilDate(au)))
    expect([before.du, before.au]).toEqual([first, last])
  })

  it('de deux nuits choisies qui font un mois est le mois d’avant', () => {
    expect(periodeBefore(periodeBetween(civilDate('2026-03-01'), civilDate('2026-03-31'))).code).toBe(
      '2026-02',
    )
  })
})

describe('le nom d’un fichier', () => {
  it.each([
    ['2026-T3', '2026-T3'],
    ['2026', '2026'],
  ])('dit %s', (code, nom) => {
    const periode = parsePeriode(code)
    expect(periode && periodeFileName(periode)).toBe(nom)
  })

  it('dit les deux nuits d’une période qui bouge', () => {
    const periode = resolveCourante('7-nuits', civilDate('2026-11-26'))
    expect(periode && periodeFileName(periode)).toBe('2026-11-19-2026-11-25')
  })
})
