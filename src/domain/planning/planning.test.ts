import { describe, expect, it } from 'vitest'
import { civilDate } from '../commun/civil-date'
import { lundiDe, nuitsDe, readSemaine } from './semaine'
import { type Creneau, tableauSemaine } from './tableau'
import { heureDe, tourneePrevueSchema } from './tournee-prevue'

const lundi = civilDate('2026-11-23')
const saisie = { secteurCode: '75118', equipe: 'Chapelle', mode: 'A_PIED', nuit: '2026-11-23', duree: '180' }

describe('une semaine', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('du %s commence le lundi %s', (jour, debut) => {
    expect(lundiDe(civilDate(jour))).toBe(debut)
  })

  it('a sept nuits, et se lit dans l’adresse, n’importe quoi donnant celle d’aujourd’hui', () => {
    expect(nuitsDe(lundi)).toHaveLength(7)
    expect(readSemaine('2026-12-03', lundi)).toBe('2026-11-30')
    for (const text of [undefined, 'hier', '2026-02-30', ['2026-12-03']])
      expect(readSemaine(text, lundi)).toBe(lundi)
  })
})

describe('une maraude prévue', () => {
  it.each([
    ['à 20 h', '1200', '2026-11-23T19:00:00.000Z'],
    ['à 1 h du matin, encore la même nuit', '60', '2026-11-24T00:00:00.000Z'],
    ['à midi', '720', '2026-11-23T11:00:00.000Z'],
  ])('%s commence au bon instant, et se relit à la même heure', (_, heure, debut) => {
    const read = tourneePrevueSchema.parse({ ...saisie, heure })
    expect(read.debut.toISOString()).toBe(debut)
    expect(read.fin.getTime() - read.debut.getTime()).toBe(3 * 3_600_000)
    expect(heureDe(read.debut)).toBe(Number(heure))
  })

  it.each([
    ['une équipe sans nom', { equipe: ' ' }],
    ['un secteur hors du territoire', { secteurCode: '13055' }],
    ['treize heures', { duree: '780' }],
    ['un jour qui n’existe pas', { nuit: '2026-02-30' }],
  ])('refuse %s', (_, change) => {
    expect(tourneePrevueSchema.safeParse({ ...saisie, heure: '1200', ...change }).success).toBe(false)
  })
})

function at(hour: number): Date {
  return new Date(Date.parse('2026-11-23T00:00:00Z') + hour * 3_600_000)
}

function creneau(secteurCode: string, from: number, to: number, equipe: string | null): Creneau {
  const rest = { id: null, mode: null, version: null, maraudeId: null }
  return { ...rest, secteurCode, nuit: lundi, debut: at(from), fin: at(to), equipe }
}

describe('le tableau de la semaine', () => {
  const secteurs = [
    { code: '75118', nom: 'Paris 18e' },
    { code: '75119', nom: 'Paris 19e' },
    { code: '93008', nom: 'Bobigny' },
    { code: '93032', nom: 'Gagny' },
  ]
  const faits = new Map([
    ['93008', { objectif: 6, faites: 0, dernier: null }],
    ['75118', { objectif: 5, faites: 2, dernier: null }],
  ])
  const lignes = tableauSemaine(
    nuitsDe(lundi),
    secteurs,
    [
      creneau('75118', 19, 22, 'Chapelle'),
      creneau('75118', 21, 23, null),
      creneau('75119', 19, 20, 'Ourcq'),
      creneau('75119', 20, 21, null),
    ],
    faits,
  )

  it('met d’abord ce qui manque le plus, et tait ce qui n’a rien', () => {
    expect(lignes.map(({ code, manque, prevues }) => [code, manque, prevues])).toEqual([
      ['93008', 6, 0],
      ['75118', 0, 5],
      ['75119', null, 2],
    ])
  })

  it('voit deux équipes au même endroit à la même heure, et elles seules', () => {
    const doubles = lignes.map(({ code, nuits }) => [code, nuits.some(({ isDouble }) => isDouble)])
    expect(Object.fromEntries(doubles)).toEqual({ '93008': false, '75118': true, '75119': false })
  })
})
