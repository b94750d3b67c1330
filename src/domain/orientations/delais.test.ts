import { describe, expect, it } from 'vitest'
import { civilDate } from '../commun/civil-date'
import { type Attente, delaisUsuels, echeancierDe, marqueDelai, sonnerieDe } from './delais'

const HEURE = 3_600_000
/** Monday 23 November 2026, 22 h in Paris. */
const SOIR = new Date('2026-11-23T21:00:00Z')
const MIDI = new Date('2026-11-24T11:00:00Z')

function attente(change: Partial<Attente> = {}): Attente {
  return {
    statut: 'ENVOYEE',
    echeance: 'CE_SOIR',
    pourLe: null,
    envoyeeLe: SOIR,
    premiereReponseLe: null,
    attenteLe: null,
    entreePrevue: null,
    tenueJusque: null,
    delais: delaisUsuels,
    ...change,
  }
}

const silence = { relanceeLe: null, signaleeLe: null }
const minutes = (count: number) => new Date(SOIR.getTime() + count * 60_000)

describe('les délais d’une demande', () => {
  it('rappellent la structure à 45 minutes, préviennent à 90, finissent à midi', () => {
    expect(echeancierDe(attente())).toEqual({ rappel: minutes(45), blocage: minutes(90), fin: MIDI })
  })

  it.each([
    [44, null],
    [45, { acte: 'RAPPEL' }],
    [90, { acte: 'BLOCAGE' }],
    [14 * 60, { acte: 'FIN', vers: 'EXPIREE', motif: 'SANS_REPONSE' }],
  ])('à %i minutes : %o', (after, sonnerie) => {
    expect(sonnerieDe(attente(), silence, minutes(after))).toEqual(sonnerie)
  })

  it('ne sonnent pas deux fois', () => {
    expect(sonnerieDe(attente(), { relanceeLe: minutes(45), signaleeLe: null }, minutes(60))).toBeNull()
    expect(sonnerieDe(attente(), { relanceeLe: null, signaleeLe: minutes(90) }, minutes(100))).toBeNull()
  })

  it('laissent deux fois plus de temps à qui étudie, et disent qui a tardé', () => {
    const etude = attente({ statut: 'A_L_ETUDE', premiereReponseLe: minutes(10) })
    expect(echeancierDe(etude).rappel).toEqual(minutes(100))
    expect(sonnerieDe(etude, silence, MIDI)).toEqual({ acte: 'FIN', vers: 'EXPIREE', motif: 'SANS_DECISION' })
  })

  it.each([
    [
      'une demande pour une date finit trente jours après elle',
      { echeance: 'A_DATE', pourLe: civilDate('2026-12-01') },
      '2026-12-31T11:00:00Z',
    ],
    [
      'une attente, quatre-vingt-dix jours après son entrée',
      { statut: 'EN_ATTENTE', attenteLe: SOIR },
      '2027-02-21T11:00:00Z',
    ],
    [
      'une place tenue, à midi après sa nuit',
      { statut: 'ACCEPTEE', tenueJusque: minutes(120) },
      '2026-11-24T11:00:00Z',
    ],
    [
      'une date promise, à midi le lendemain',
      { statut: 'ACCEPTEE', entreePrevue: civilDate('2026-11-25') },
      '2026-11-26T11:00:00Z',
    ],
  ] as const)('%s', (_, change, fin) => {
    expect(echeancierDe(attente(change)).fin).toEqual(new Date(fin))
  })

  it('n’attendent rien de ce qui est fini', () => {
    expect(echeancierDe(attente({ statut: 'REFUSEE' }))).toEqual({ rappel: null, blocage: null, fin: null })
  })

  it.each([
    ['de mars, la nuit courte', '2027-03-27T22:00:00Z', '2027-03-28T10:00:00Z', 12],
    ['d’octobre, la nuit longue', '2026-10-24T21:00:00Z', '2026-10-25T11:00:00Z', 14],
  ])('finissent à midi de Paris au changement d’heure %s', (_, envoyee, fin, hours) => {
    const envoyeeLe = new Date(envoyee)
    expect(echeancierDe(attente({ envoyeeLe })).fin).toEqual(new Date(fin))
    expect((new Date(fin).getTime() - envoyeeLe.getTime()) / HEURE).toBe(hours)
  })
})

describe('la marque d’une demande dans les listes', () => {
  const rappelee = { relanceeLe: minutes(45), signaleeLe: null }
  const bloquee = { relanceeLe: minutes(45), signaleeLe: minutes(90) }
  it.each([
    ['ENVOYEE', silence, null],
    ['ENVOYEE', rappelee, 'RELANCEE'],
    ['RECUE', bloquee, 'BLOQUEE'],
    ['A_L_ETUDE', bloquee, 'BLOQUEE'],
    ['EN_ATTENTE', bloquee, null],
    ['ACCEPTEE', bloquee, null],
    ['EXPIREE', bloquee, null],
  ] as const)('%s : ce que les délais en ont dit, tant qu’elle attend encore', (statut, heard, expected) => {
    expect(marqueDelai(statut, heard)).toBe(expected)
  })
})
