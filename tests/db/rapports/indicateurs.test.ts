import { beforeAll, describe, expect, it } from 'vitest'
import { type CivilDate, civilDate } from '@/domain/commun/civil-date'
import { axeDispositifs } from '@/domain/rapports/axe-dispositifs'
import { axeTerritoire } from '@/domain/rapports/axe-territoire'
import { axeTrajets } from '@/domain/rapports/axe-trajets'
import type { Ligne } from '@/domain/rapports/axes'
import type { NomFonction } from '@/domain/rapports/fait'
import { asViewer, type Cote } from '../socle/monde'
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

/** To a ten-thousandth: hours are shared in whole milliseconds by the base, in fractions by the naive count. */
function rounded(counted: Attendu) {
  const entries = [...counted].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return entries.map(([key, { valeur, effectif }]) => [key, Math.round(valeur * 10_000) / 10_000, effectif])
}

const tout: Nuits = { du: civilDate('2026-01-01'), au: civilDate('2027-12-31') }
const colonneOf: Record<NomFonction, string> = {
  heures: 'heures',
  maraudes: 'maraudes',
  contacts: 'contacts',
  materiel: 'DONNE',
  besoins: 'besoins',
  orientations: 'orientations',
  refus: 'demandes',
  places: 'ouvertes',
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
    const counted = await countInBase(mmpcr, fonction, { du, au })
    expect(rounded(counted)).toEqual(rounded(countNaively(fonction, donnees, { du, au }, axeOf(fonction))))
  })

  it('ne compte pas du vide', async () => {
    const counted = await countInBase(mmpcr, fonction, tout)
    expect(counted.get('ensemble ' + colonneOf[fonction])?.valeur).toBeGreaterThan(50)
  })

  it('ne rend rien à qui ne lit pas de rapport, ni sans lecteur', async () => {
    const lecteurs = ['INTERVENANT', 'MEDIATEUR', 'ADMIN'].map((role) => ({
      organisation: donnees.monde.paris.organisation,
      roles: [role],
    }))
    for (const lecteur of [
      ...lecteurs,
      { organisation: null, roles: [] },
      { organisation: null, roles: ['RESPONSABLE'] },
    ]) {
      expect(await countInBase(lecteur, fonction, tout)).toEqual(new Map())
    }
  })

  it.each(['RESPONSABLE', 'COORDINATEUR'])(
    'ne rend à un %s que les lignes de son organisation',
    async (role) => {
      const { seine } = donnees.monde
      const counted = await countInBase({ organisation: seine.organisation, roles: [role] }, fonction, tout)
      expect(rounded(counted)).toEqual(
        rounded(countNaively(fonction, keptBy(donnees, seine), tout, axeOf(fonction))),
      )
    },
  )

  it('rend à la MMPCR et au lecteur de rapports les deux départements', async () => {
    const lecteur = { organisation: donnees.monde.seine.organisation, roles: ['RESPONSABLE', 'LECTEUR'] }
    expect(await countInBase(lecteur, fonction, tout)).toEqual(await countInBase(mmpcr, fonction, tout))
  })
})

describe('rapport_heures', () => {
  it('partage à la milliseconde : les communes font exactement l’ensemble', async () => {
    const counted = await countInBase(mmpcr, 'heures', tout)
    const millisecondes = (cle: string) => Math.round((counted.get(`${cle} heures`)?.valeur ?? 0) * 3_600_000)
    const communes = axeTerritoire.filter(({ niveau }) => niveau === 'COMMUNE' || niveau === 'NON_LOCALISE')
    const sum = communes.reduce((total, { cle }) => total + millisecondes(cle), 0)
    expect(sum).toBe(millisecondes('ensemble'))
    expect(millisecondes('75') + millisecondes('93') + millisecondes('non-localise')).toBe(sum)
  })
})

describe('les lignes lues par les rapports', () => {
  it.each(['rapport_maraudes_lues', 'rapport_arrets_lus', 'rapport_orientations_lues'])(
    'restent hors de portée de l’application : %s',
    async (vue) => {
      const reading = asViewer(app, mmpcr, (client) => client.query(`SELECT * FROM ${vue}`))
      await expect(reading).rejects.toThrow(/permission denied|droit refusé/)
    },
  )
})

/** What one organisation may count: its rounds, its places, the orientations it sends or receives, its own devices. */
function keptBy(all: Donnees, side: Cote): Donnees {
  const isOurs = ({ maraude }: { maraude: { organisation: string } }) =>
    maraude.organisation === side.organisation
  return {
    ...all,
    maraudes: all.maraudes.filter(({ organisation }) => organisation === side.organisation),
    arrets: all.arrets.filter(isOurs),
    rencontres: all.rencontres.filter(({ arret }) => isOurs(arret)),
    remises: all.remises.filter(({ arret }) => isOurs(arret)),
    besoins: all.besoins.filter(({ arret }) => isOurs(arret)),
    orientations: all.orientations.filter(({ from, to }) => from === side || to === side),
    sejours: all.sejours.filter((sejour) => sejour.side === side),
    places: [side],
  }
}
