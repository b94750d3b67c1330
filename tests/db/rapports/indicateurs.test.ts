import { beforeAll, describe, expect, it } from 'vitest'
import { type CivilDate, civilDate } from '@/domain/commun/civil-date'
import { axeDispositifs } from '@/domain/rapports/axe-dispositifs'
import { axeOrganisations } from '@/domain/rapports/axe-organisations'
import { axeStructures } from '@/domain/rapports/axe-structures'
import { axeDepartements, axeTerritoire } from '@/domain/rapports/axe-territoire'
import { axeTrajets } from '@/domain/rapports/axe-trajets'
import type { Ligne } from '@/domain/rapports/axes'
import { fonctionsParAtome, fonctionsParNoeud, type NomFonction } from '@/domain/rapports/fait'
import { asViewer, type Cote } from '../socle/monde'
import { app, owner } from '../support/connections'
import { insertDonnees } from './donnees'
import { readComptes } from './comptes'
import type { Attendu, Nuits } from './mesures'
import { countNaively } from './naif'
import type { Donnees } from './types'

let donnees: Donnees
let dispositifs: readonly Ligne[]
let structures: readonly Ligne[]
let organisations: readonly Ligne[]
beforeAll(async () => {
  donnees = await insertDonnees(owner)
  const { paris, seine } = donnees.monde
  dispositifs = axeDispositifs([deviceOf(paris, '75'), deviceOf(seine, '93')])
  organisations = axeOrganisations(
    [paris, seine].map(({ organisation }) => ({ slug: organisation, nom: 'Essai' })),
  )
  structures = axeStructures(
    [paris.structure, seine.structure, donnees.seconde].map((slug) => ({
      slug,
      nom: 'Essai',
      departement: slug === paris.structure ? '75' : '93',
    })),
  )
})

function deviceOf(side: Cote, departement: '75' | '93') {
  const { dispositif, structure, organisation } = side
  const slugs = { slug: dispositif, structureSlug: structure, organisationSlug: organisation }
  const nom = 'Essai'
  return { ...slugs, nom, structure: nom, organisation: nom, kind: 'URGENCE' as const, departement }
}

type Lecteur = { organisation: string | null; roles: readonly string[] }
const mmpcr: Lecteur = { organisation: null, roles: ['MMPCR'] }
const fonctions: readonly NomFonction[] = [...fonctionsParAtome, ...fonctionsParNoeud]

const deDispositif: ReadonlySet<NomFonction> = new Set([
  'refus',
  'places',
  'sejours',
  'durees',
  'repos',
  'attentes',
  'montees',
])

function axeOf(fonction: NomFonction): readonly Ligne[] {
  if (fonction === 'orientations' || fonction === 'delais') return axeTrajets
  if (fonction === 'file_active') return structures
  if (fonction === 'registre') return axeDepartements
  if (fonction === 'reprises' || fonction === 'demarches') return organisations
  return deDispositif.has(fonction) ? dispositifs : axeTerritoire
}

async function countInBase(lecteur: Lecteur, fonction: NomFonction, { du, au }: Nuits): Promise<Attendu> {
  const comptes = await asViewer(app, lecteur, (client) =>
    readComptes(client, fonction, { du, au }, axeOf(fonction)),
  )
  return new Map(
    comptes.map(({ ligne, colonne, valeur, effectif }) => [`${ligne} ${colonne}`, { valeur, effectif }]),
  )
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
  actes: 'messages',
  orientations: 'orientations',
  refus: 'demandes',
  places: 'ouvertes',
  sejours: 'sorties',
  file_active: 'file-active',
  visites: 'derniere-visite',
  delais: 'reponse',
  durees: 'sorties',
  repos: 'passages',
  attentes: 'arrivees',
  registre: 'registre',
  reprises: 'relances',
  demarches: 'demarches',
  montees: 'montees/toutes',
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
    const line = fonction === 'file_active' ? donnees.monde.seine.structure : 'ensemble'
    expect(counted.get(`${line} ${colonneOf[fonction]}`)?.valeur).toBeGreaterThan(20)
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
  it.each([
    'rapport_maraudes_lues',
    'rapport_arrets_lus',
    'rapport_orientations_lues',
    'rapport_sejours_lus',
  ])('restent hors de portée de l’application : %s', async (vue) => {
    const reading = asViewer(app, mmpcr, (client) => client.query(`SELECT * FROM ${vue}`))
    await expect(reading).rejects.toThrow(/permission denied|droit refusé/)
  })
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
    incidents: all.incidents.filter(({ arret }) => isOurs(arret)),
    messages: all.messages.filter(({ arret }) => isOurs(arret)),
    personnes: all.personnes.filter(({ organisation }) => organisation === side.organisation),
    orientations: all.orientations.filter(({ from, to }) => from === side || to === side),
    sejours: all.sejours.filter((sejour) => sejour.side === side),
    places: [side],
    entrees: all.entrees.filter((entree) => entree.side === side),
    registre: all.registre.filter(({ organisation }) => organisation === side.organisation),
    relances: all.relances.filter((relance) => relance.side === side),
    objectifs: all.objectifs.filter(({ personne }) => personne.organisation === side.organisation),
  }
}
