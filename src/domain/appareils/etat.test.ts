import { describe, expect, it } from 'vitest'
import {
  direRecus,
  direTrous,
  etatAppareil,
  trousPerdus,
  type EtatAppareil,
  type FaitsAppareil,
} from './etat'

const now = new Date('2026-11-24T21:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const sain: FaitsAppareil = {
  enroleLe: hoursAgo(500),
  expireLe: hoursAgo(-500),
  revoqueLe: null,
  dernierContactLe: hoursAgo(1),
  plusAncienLe: null,
  enAttente: 0,
  recus: 145,
  sequenceMax: 145,
  decalage: 0,
}

describe('l’état d’une tablette', () => {
  it.each<[string, EtatAppareil, Partial<FaitsAppareil>]>([
    ['tout est reçu', 'A_JOUR', {}],
    ['elle garde encore des faits', 'EN_ATTENTE', { recus: 143, enAttente: 2, plusAncienLe: hoursAgo(2) }],
    [
      'elle les garde depuis plus d’un jour',
      'RETARD',
      { recus: 143, enAttente: 2, plusAncienLe: hoursAgo(25) },
    ],
    [
      'elle n’a plus donné signe depuis un jour, sans dire depuis quand ils attendent',
      'RETARD',
      { recus: 143, enAttente: 2, dernierContactLe: hoursAgo(25) },
    ],
    ['des faits ne sont nulle part', 'MANQUE', { recus: 140, enAttente: 2 }],
    ['elle n’est pas enrôlée', 'NON_ENROLEE', { enroleLe: null, expireLe: null }],
    ['ses 180 jours sont passés', 'EXPIREE', { expireLe: hoursAgo(1) }],
    ['elle est retirée, quoi qu’elle garde', 'RETIREE', { revoqueLe: hoursAgo(1), recus: 3 }],
  ])('quand %s : %s', (_, etat, change) => {
    expect(etatAppareil({ ...sain, ...change }, now)).toBe(etat)
  })

  it('compte les faits reçus sur les faits dits', () => {
    expect(direRecus({ recus: 143, sequenceMax: 145 })).toBe('143\u00A0reçus sur 145\u00A0faits')
    expect(direRecus({ recus: 3, sequenceMax: 0 })).toBe('3\u00A0reçus sur 3\u00A0faits')
  })

  it('nomme les numéros qui manquent', () => {
    expect(
      direTrous([
        [2, 2],
        [5, 7],
      ]),
    ).toBe('2, 5 à 7')
  })

  it.each([
    ['rien gardé', 0, '3 à 4, 6 à 8'],
    ['un gardé', 1, '3 à 4, 6 à 7'],
    ['trois gardés', 3, '3 à 4'],
    ['quatre gardés', 4, '3'],
    ['tout gardé', 9, ''],
  ])('ne dit perdus que les numéros que la tablette ne garde pas : %s', (_, enAttente, dits) => {
    expect(
      direTrous(
        trousPerdus(
          [
            [3, 4],
            [6, 8],
          ],
          enAttente,
        ),
      ),
    ).toBe(dits)
  })
})
