import { beforeAll, describe, expect, it } from 'vitest'
import { type CivilDate, civilDate } from '@/domain/commun/civil-date'
import { axeDispositifs } from '@/domain/rapports/axe-dispositifs'
import { axeTerritoire } from '@/domain/rapports/axe-territoire'
import { axeTrajets } from '@/domain/rapports/axe-trajets'
import type { Ligne } from '@/domain/rapports/axes'
import type { NomFonction } from '@/domain/rapports/fait'
import { asViewer } from '../socle/monde'
import { app, owner } from '../support/connections'
import { type Donnees, insertDonnees } from './donnees'
import { type Attendu, countNaively, type Nuits } from './naif'

let donnees: Donnees
let dispositifs: readonly Ligne[]
beforeAll(async () => {
  donnees = await insertDonnees(owner)
  const { paris, seine } = donnees.monde
  dispositifs = axeDispositifs([
    { slug: paris.dispositif, nom: 'Essai', structure: 'Essai', departement: '75' },
    { slug: seine.dispositif, nom: 'Essai', structure: 'Essai', departement: '93' },
  ])
})

type Lecteur = { organisation: string | null; roles: readonly string[] }
const mmpcr: Lecteur = { organisation: null, roles: ['MMPCR'] }
const fonctions: readonly NomFonction[] = [
  'heures',
  'maraudes',
  'contacts',
  'materiel',
  'besoins',
  'orientations',
  'refus',
  'places',
]

function axeOf(fonction: NomFonction): readonly Ligne[] {
  if (fonction === 'orientations') return axeTrajets
  return fonction === 'refus' || fonction === 'places' ? dispositifs : axeTerritoire
}

async function countInBase(lecteur: Lecteur, fonction: NomFonction, { du, au }: Nuits): Promise<Attendu> {
  const pairs = axeOf(fonction).flatMap(({ cle, atomes }) => atomes.map((atome) => ({ atome, cle })))
  return asViewer(app, lecteur, async (client) => {
    const { rows } = await client.query<{ ligne: string; colonne: string; valeur: number; effectif: number }>(
      `SELECT * FROM rapport_${fonction}($1, $2, $3, $4)`,
      [du, au, pairs.map(({ atome }) => atome), pairs.map(({ cle }) => cle)],
    )
    return new Map(
      rows.map(({ ligne, colonne, valeur, effectif }) => [`${ligne} ${colonne}`, { valeur, effectif }]),
    )
  })
}

function expectSame(counted: Attendu, expected: Attendu) {
  expect([...counted.keys()].toSorted()).toEqual([...expected.keys()].toSorted())
  for (const [key, { valeur, effectif }] of expected) {
    expect(counted.get(key)?.effectif, key).toBe(effectif)
    expect(counted.get(key)?.valeur, key).toBeCloseTo(valeur, 4)
  }
}

const periodes: readonly [string, CivilDate, CivilDate][] = [
  ['le 3e trimestre', civilDate('2026-07-01'), civilDate('2026-09-30')],
  ['le 4e trimestre', civilDate('2026-10-01'), civilDate('2026-12-31')],
  ['octobre', civilDate('2026-10-01'), civilDate('2026-10-31')],
  ['la nuit du passage à l’heure d’hiver', civilDate('2026-10-24'), civilDate('2026-10-24')],
  ['la nuit du passage à l’heure d’été', civilDate('2027-03-27'), civilDate('2027-03-27')],
  ['la dernière nuit de septembre', civilDate('2026-09-30'), civilDate('2026-09-30')],
  ['tout', civilDate('2026-01-01'), civilDate('2027-12-31')],
  ['une année vide', civilDate('2021-01-01'), civilDate('2021-12-31')],
]

describe.each(fonctions)('rapport_%s', (fonction) => {
  it.each(periodes)('compte sur %s comme un décompte ligne à ligne', async (_, du, au) => {
    expectSame(
      await countInBase(mmpcr, fonction, { du, au }),
      countNaively(fonction, donnees, { du, au }, axeOf(fonction)),
    )
  })
})
