import { describe, expect, it } from 'vitest'
import { totalOf } from './totaux'
import { type Fait, proposedEnd, readTournees } from './tournee'

const corps = {
  maraudeId: 'm1',
  communeCode: '75118',
  arrivee: '2026-11-23T19:00:00.000Z',
  rencontres: [{ genre: 'FEMME', trancheAge: 'DE_30_39', situation: 'ISOLEE', connus: 1, nouveaux: 2 }],
} as const
const creeLe = '2026-11-23T18:00:00.000Z'
const ouvre = (id: string, debut = creeLe): Fait => ({
  id,
  kind: 'maraude.ouvrir',
  creeLe,
  corps: { mode: 'A_PIED', equipe: 2, debut },
})
const arret = (id: string, arrivee: string = corps.arrivee): Fait => ({
  id,
  kind: 'arret.noter',
  creeLe,
  corps: { ...corps, rencontres: [...corps.rencontres], arrivee },
})
const corrige = (id: string, remplaceId: string): Fait => ({
  id,
  kind: 'arret.corriger',
  creeLe,
  corps: { ...corps, rencontres: [], remplaceId },
})
const clot: Fait = {
  id: 'z',
  kind: 'maraude.clore',
  creeLe,
  corps: { maraudeId: 'm1', fin: '2026-11-23T22:00:00.000Z' },
}

describe('les maraudes de la tablette', () => {
  it('sont la somme de leurs faits, dans n’importe quel ordre', () => {
    const faits = [
      clot,
      corrige('c', 'b'),
      arret('b', '2026-11-23T20:00:00.000Z'),
      arret('a'),
      ouvre('m1'),
      ouvre('m2'),
    ]
    const tournees = readTournees(faits)
    expect(tournees.map(({ id, fin }) => [id, fin])).toEqual([
      ['m2', null],
      ['m1', '2026-11-23T22:00:00.000Z'],
    ])
    expect(tournees[1]?.arrets.map(({ id, remplaceId }) => [id, remplaceId])).toEqual([
      ['a', null],
      ['c', 'b'],
    ])
    expect(readTournees(faits.toReversed())).toEqual(tournees)
  })

  it('comptent personnes, matériel et besoins', () => {
    expect(
      totalOf([
        {
          rencontres: [{ connus: 1, nouveaux: 2 }],
          materiel: [
            { sens: 'DONNE', quantite: 5 },
            { sens: 'RECUPERE', quantite: 3 },
          ],
          besoins: [{ reponse: 'ORIENTE' }, { reponse: 'SANS_REPONSE' }],
        },
        { rencontres: [{ connus: 4, nouveaux: 0 }], materiel: [], besoins: [] },
      ]),
    ).toEqual({ personnes: 7, nouvelles: 2, donnes: 5, recuperes: 3, besoins: 2, sansReponse: 1 })
  })

  it.each([
    ['ce soir : maintenant', '2026-11-23T22:00:00.000Z', '2026-11-23T22:00:00.000Z'],
    [
      'oubliée jusqu’au lendemain : à son dernier arrêt',
      '2026-11-24T12:00:00.000Z',
      '2026-11-23T19:00:00.000Z',
    ],
    [
      'une tablette dont l’heure recule : jamais avant le début',
      '2026-11-23T10:00:00.000Z',
      '2026-11-23T18:01:00.000Z',
    ],
  ])('se closent, %s', (_, now, expected) => {
    const [tournee] = readTournees([ouvre('m1'), arret('a')])
    expect(tournee && proposedEnd(tournee, new Date(now)).toISOString()).toBe(expected)
  })
})
