import { describe, expect, it } from 'vitest'
import { comptesParDepartement, filtresTableauSchema, protegeCompte, splitByNight } from './tableau'

const sleepIn = {
  kind: 'URGENCE',
  departement: '75',
  places: 30,
  libres: 4,
  reservees: 3,
  occupees: 20,
  aPreparer: 2,
  fermees: 1,
} as const
const pavillon = {
  kind: 'PAVILLON',
  departement: '93',
  places: 10,
  libres: 0,
  reservees: 0,
  occupees: 10,
  aPreparer: 0,
  fermees: 0,
} as const

describe('les totaux du soir', () => {
  it('montrent toujours les deux départements, à égalité', () => {
    expect(comptesParDepartement([])).toEqual([
      {
        departement: '75',
        comptes: { places: 0, libres: 0, reservees: 0, occupees: 0, aPreparer: 0, fermees: 0 },
      },
      {
        departement: '93',
        comptes: { places: 0, libres: 0, reservees: 0, occupees: 0, aPreparer: 0, fermees: 0 },
      },
    ])
  })

  it('additionnent les dispositifs de chacun', () => {
    const [paris, seine] = comptesParDepartement([sleepIn, sleepIn, pavillon])
    expect(paris?.comptes).toMatchObject({ places: 60, libres: 8, occupees: 40 })
    expect(seine?.comptes).toMatchObject({ places: 10, libres: 0, occupees: 10 })
  })

  it('laissent de côté les fauteuils du jour', () => {
    const [paris] = comptesParDepartement([sleepIn, { ...sleepIn, kind: 'REPOS', libres: 15 }])
    expect(paris?.comptes).toMatchObject({ places: 30, libres: 4 })
  })
})

describe('les filtres du tableau', () => {
  it('ignorent ce qu’ils ne comprennent pas', () => {
    expect(
      filtresTableauSchema.parse({ departement: '92', type: 'URGENCE', pour: ['FEMMES'], autre: 'x' }),
    ).toEqual({
      type: 'URGENCE',
    })
  })
})

describe('les places de la nuit', () => {
  it('ne comptent pas les fauteuils de repos de la journée', () => {
    const rows = [
      { kind: 'URGENCE' },
      { kind: 'REPOS' },
      { kind: 'HOTEL' },
      { kind: 'CONSOMMATION' },
    ] as const
    expect(splitByNight(rows)).toEqual({
      nuit: [{ kind: 'URGENCE' }, { kind: 'HOTEL' }],
      jour: [{ kind: 'REPOS' }, { kind: 'CONSOMMATION' }],
    })
  })
})

describe('un compte de demandes', () => {
  it.each([
    [0, 0],
    [1, null],
    [4, null],
    [5, 5],
  ])('%i se lit %s au seuil de 5', (compte, lu) => {
    expect(protegeCompte(compte, 5)).toBe(lu)
  })
})
