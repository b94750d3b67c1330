import { describe, expect, it } from 'vitest'
import { accueillirEssai, type Essai } from './essais'

const now = new Date('2026-11-23T20:00:00Z')

type Lot = { combien: number; ilYaMinutes: number } & Partial<Omit<Essai, 'le'>>

function echecs(...lots: readonly Lot[]): Essai[] {
  return lots.flatMap(({ combien, ilYaMinutes, ...faits }) =>
    Array.from({ length: combien }, (_, rang) => ({
      compte: 'alix',
      adresse: 'bureau',
      appareil: null,
      ...faits,
      le: new Date(now.getTime() - ilYaMinutes * 60_000 + rang),
    })),
  )
}

const ailleurs: Essai = { compte: 'alix', adresse: 'bureau', appareil: null, le: now }
const tablette: Essai = { ...ailleurs, appareil: 'tablette-d-alix' }

function manyAddresses(combien: number, ilYaMinutes: number): Essai[] {
  return Array.from({ length: combien }, (_, rang) =>
    echecs({ combien: 1, ilYaMinutes, adresse: `loin-${rang}` }),
  ).flat()
}

describe('un essai de connexion', () => {
  it.each<[string, Essai, Essai[], string]>([
    ['passe sans échec avant lui', ailleurs, [], 'permis'],
    [
      'passe après 4 échecs du compte depuis l’adresse',
      ailleurs,
      echecs({ combien: 4, ilYaMinutes: 1 }),
      'permis',
    ],
    ['attend après 5', ailleurs, echecs({ combien: 5, ilYaMinutes: 1 }), '20:14'],
    [
      'n’attend plus quand le plus ancien a quitté la fenêtre',
      ailleurs,
      echecs({ combien: 1, ilYaMinutes: 15 }, { combien: 4, ilYaMinutes: 1 }),
      'permis',
    ],
    [
      'attend que le plus ancien sorte, pas le dernier',
      ailleurs,
      echecs({ combien: 1, ilYaMinutes: 14 }, { combien: 4, ilYaMinutes: 1 }),
      '20:01',
    ],
    [
      'attend que deux sortent quand il y en a six',
      ailleurs,
      echecs({ combien: 1, ilYaMinutes: 14 }, { combien: 5, ilYaMinutes: 2 }),
      '20:13',
    ],
    [
      'passe pour un autre compte de la même adresse',
      ailleurs,
      echecs({ combien: 5, ilYaMinutes: 1, compte: 'sam' }),
      'permis',
    ],
    [
      'passe depuis une autre adresse',
      ailleurs,
      echecs({ combien: 5, ilYaMinutes: 1, adresse: 'camion' }),
      'permis',
    ],
    [
      'passe après 39 échecs de l’adresse, tous comptes',
      ailleurs,
      echecs({ combien: 39, ilYaMinutes: 3, compte: 'sam' }),
      'permis',
    ],
    ['attend après 40', ailleurs, echecs({ combien: 40, ilYaMinutes: 3, compte: 'sam' }), '20:12'],
    ['passe après 49 échecs du compte, de partout', ailleurs, manyAddresses(49, 30), 'permis'],
    ['attend après 50', ailleurs, manyAddresses(50, 30), '20:30'],
    [
      'attend la plus longue des attentes',
      ailleurs,
      [...manyAddresses(50, 30), ...echecs({ combien: 5, ilYaMinutes: 1 })],
      '20:30',
    ],
    [
      'passe sur un appareil connu, quoi qu’il arrive de partout',
      tablette,
      [...manyAddresses(500, 1), ...echecs({ combien: 500, ilYaMinutes: 1 })],
      'permis',
    ],
    [
      'passe après 9 échecs de cet appareil',
      tablette,
      echecs({ combien: 9, ilYaMinutes: 5, appareil: 'tablette-d-alix' }),
      'permis',
    ],
    [
      'attend après 10 échecs de cet appareil',
      tablette,
      echecs({ combien: 10, ilYaMinutes: 5, appareil: 'tablette-d-alix' }),
      '20:10',
    ],
    [
      'passe quand c’est un autre appareil connu qui échoue',
      tablette,
      echecs({ combien: 10, ilYaMinutes: 5, appareil: 'poste-d-alix' }),
      'permis',
    ],
    [
      'd’ailleurs ne subit pas les échecs d’un appareil connu',
      ailleurs,
      echecs({ combien: 10, ilYaMinutes: 5, appareil: 'tablette-d-alix' }),
      'permis',
    ],
  ])('%s', (_, essai, passes, attendu) => {
    const accueil = accueillirEssai(essai, passes)
    expect(accueil.permis ? 'permis' : accueil.reessayerLe.toISOString().slice(11, 16)).toBe(attendu)
  })
})
