import { describe, expect, it } from 'vitest'
import { sansRegle } from '../places/sejour'
import { etapePresente } from './etape'

const debut = new Date('2026-11-01T20:00:00Z')
const now = new Date('2026-11-23T21:00:00Z')

describe('l’étape présente contre sa règle', () => {
  it.each([
    [
      'sans règle ni fin, rien n’est dû',
      sansRegle,
      null,
      null,
      { jours: 22, joursRestants: null, revueEnRetard: false },
    ],
    [
      'dix-huit mois au moins : les jours qui manquent',
      { ...sansRegle, dureeMin: 540 },
      null,
      null,
      { joursAvantMinimum: 518 },
    ],
    [
      'le minimum passé ne devient pas négatif',
      { ...sansRegle, dureeMin: 7 },
      null,
      null,
      { joursAvantMinimum: 0 },
    ],
    [
      'trois jours avant la fin, il faut l’annoncer',
      { ...sansRegle, preavis: 3 },
      new Date('2026-11-26T11:00:00Z'),
      null,
      { joursRestants: 3, preavisOuvert: true },
    ],
    [
      'quatre jours avant, pas encore',
      { ...sansRegle, preavis: 3 },
      new Date('2026-11-27T11:00:00Z'),
      null,
      { joursRestants: 4, preavisOuvert: false },
    ],
    [
      'une fin passée se compte en jours négatifs',
      sansRegle,
      new Date('2026-11-22T11:00:00Z'),
      null,
      { joursRestants: -1 },
    ],
    [
      'le premier point d’étape se compte depuis l’arrivée',
      { ...sansRegle, revueTousLes: 7 },
      null,
      null,
      { revueEnRetard: true },
    ],
    [
      'les suivants, depuis le dernier',
      { ...sansRegle, revueTousLes: 7 },
      null,
      new Date('2026-11-20T10:00:00Z'),
      { revueEnRetard: false, revueLe: new Date('2026-11-26T23:00:00Z') },
    ],
  ])('%s', (_, regle, fin, derniereRevue, expected) => {
    expect(etapePresente({ debut, fin, derniereRevue }, regle, now)).toMatchObject(expected)
  })
})
