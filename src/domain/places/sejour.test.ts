import { describe, expect, it } from 'vitest'
import { civilDate } from '../commun/civil-date'
import { presetsRegleSejour } from '../structures/regles-sejour'
import {
  earliestEnd,
  endOfNightServed,
  endOfStay,
  holdUntil,
  nightServed,
  sansRegle,
  startOfStay,
} from './sejour'

const at = (text: string) => new Date(text)
const { urgence, continu, crise, pavillon, convention } = presetsRegleSejour
const repos = { ...sansRegle, entree: 10 * 60, sortie: 18 * 60 }
const nuit19h = { ...sansRegle, entree: 19 * 60, sortie: 9 * 60, dureeMax: 1 }

describe('la nuit que sert un instant', () => {
  it.each([
    ['2026-11-23T20:00:00Z', '2026-11-23', 'le soir, celle du jour'],
    ['2026-11-24T01:00:00Z', '2026-11-23', 'à 2 h, celle de la veille'],
    ['2026-11-24T04:59:59Z', '2026-11-23', 'à 5 h 59, encore celle de la veille'],
    ['2026-11-24T05:00:00Z', '2026-11-24', 'à 6 h, celle qui vient'],
    ['2026-11-24T09:00:00Z', '2026-11-24', 'le matin, celle qui vient'],
  ])('%s : %s (%s)', (instant, night) => {
    expect(nightServed(at(instant))).toBe(night)
  })

  it('finit à midi, heure de Paris, les jours de changement d’heure aussi', () => {
    expect(endOfNightServed(at('2026-11-23T20:00:00Z'))).toEqual(at('2026-11-24T11:00:00Z'))
    expect(endOfNightServed(at('2026-03-28T20:00:00Z'))).toEqual(at('2026-03-29T10:00:00Z'))
    expect(endOfNightServed(at('2026-10-24T20:00:00Z'))).toEqual(at('2026-10-25T11:00:00Z'))
  })
})

describe('le début d’un séjour', () => {
  it.each([
    ['ce soir, demandé le matin : à l’heure d’entrée', null, '2026-11-24T09:00:00Z', '2026-11-24T18:00:00Z'],
    ['ce soir, demandé à 22 h : tout de suite', null, '2026-11-24T21:00:00Z', '2026-11-24T21:00:00Z'],
    ['ce soir, demandé à 2 h : tout de suite', null, '2026-11-24T01:00:00Z', '2026-11-24T01:00:00Z'],
    [
      'à une date : ce jour-là, à l’heure d’entrée',
      '2026-12-01',
      '2026-11-24T09:00:00Z',
      '2026-12-01T18:00:00Z',
    ],
    ['à une date déjà passée : tout de suite', '2026-11-20', '2026-11-24T09:00:00Z', '2026-11-24T09:00:00Z'],
  ])('%s', (_, pourLe, now, expected) => {
    expect(startOfStay(nuit19h, pourLe === null ? null : civilDate(pourLe), at(now))).toEqual(at(expected))
  })

  it('est immédiat sans heure d’entrée, à midi pour une date', () => {
    expect(startOfStay(sansRegle, null, at('2026-11-24T09:00:00Z'))).toEqual(at('2026-11-24T09:00:00Z'))
    expect(startOfStay(sansRegle, civilDate('2026-12-01'), at('2026-11-24T09:00:00Z'))).toEqual(
      at('2026-12-01T11:00:00Z'),
    )
  })
})

describe('la fin prévue d’un séjour', () => {
  it.each([
    ['une nuit entrée à 23 h', urgence, '2026-11-23T22:00:00Z', '2026-11-24T11:00:00Z'],
    ['une nuit entrée à 2 h', urgence, '2026-11-24T01:00:00Z', '2026-11-24T11:00:00Z'],
    ['une nuit entrée à 10 h du matin', urgence, '2026-11-24T09:00:00Z', '2026-11-25T11:00:00Z'],
    ['une nuit à la sortie de 9 h', nuit19h, '2026-11-23T22:00:00Z', '2026-11-24T08:00:00Z'],
    ['la nuit courte de mars', urgence, '2026-03-28T22:00:00Z', '2026-03-29T10:00:00Z'],
    ['la nuit longue d’octobre', urgence, '2026-10-24T22:00:00Z', '2026-10-25T11:00:00Z'],
    ['21 jours', continu, '2026-11-23T22:00:00Z', '2026-12-14T11:00:00Z'],
    ['21 jours par-dessus le changement d’heure', continu, '2026-03-20T22:00:00Z', '2026-04-10T10:00:00Z'],
    ['13 jours de crise', crise, '2026-11-23T22:00:00Z', '2026-12-06T11:00:00Z'],
    ['l’espace de repos, le jour même', repos, '2026-11-23T10:00:00Z', '2026-11-23T17:00:00Z'],
    ['l’espace de repos, réservé après 18 h', repos, '2026-11-23T18:00:00Z', '2026-11-24T17:00:00Z'],
  ])('%s', (_, regle, start, end) => {
    expect(endOfStay(regle, at(start))).toEqual(at(end))
  })

  it('n’existe pas à l’hôtel ni au pavillon', () => {
    expect(endOfStay(convention, at('2026-11-23T22:00:00Z'))).toBeNull()
    expect(endOfStay(pavillon, at('2026-11-23T22:00:00Z'))).toBeNull()
  })

  it('a un minimum quand la règle en écrit un', () => {
    expect(earliestEnd(pavillon, at('2026-11-23T22:00:00Z'))).toEqual(at('2028-05-24T10:00:00Z'))
    expect(earliestEnd(continu, at('2026-11-23T22:00:00Z'))).toBeNull()
  })
})

describe('une place tenue', () => {
  const now = at('2026-11-23T20:00:00Z')
  it('l’est depuis maintenant pour ce soir', () => {
    expect(holdUntil(120, now, now)).toEqual(at('2026-11-23T22:00:00Z'))
  })
  it('l’est depuis l’entrée prévue pour plus tard', () => {
    expect(holdUntil(120, at('2026-12-01T18:00:00Z'), now)).toEqual(at('2026-12-01T20:00:00Z'))
  })
})
