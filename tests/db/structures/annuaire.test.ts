import { uuidv7 } from 'uuidv7'
import { beforeAll, describe, expect, it } from 'vitest'
import { civilDate, toParis } from '@/domain/commun/civil-date'
import { type FiltresStructures } from '@/domain/structures/filtres'
import { isOpen, type Plage } from '@/domain/structures/horaires'
import { findStructure, listStructures } from '@/features/structures/queries'
import { insertRow } from '../socle/monde'
import { owner } from '../support/connections'
import { idOf, QUINZE_HEURES, seedReelles, viewerOf } from './annuaire-reel'

beforeAll(async () => {
  await seedReelles()
})

async function slugs(filtres: FiltresStructures, now = QUINZE_HEURES): Promise<string[]> {
  const page = await listStructures(await viewerOf('MMPCR', null), filtres, { now, limite: 100 })
  return (page?.structures ?? []).map(({ slug }) => slug)
}

describe('l’annuaire', () => {
  it.each<[FiltresStructures, string[]]>([
    [{ q: 'gaia' }, ['espace-repos-porte-de-la-chapelle', 'gaia-caarud', 'hsa-paris']],
    [{ q: 'GAÏA méthadone' }, ['gaia-caarud']],
    [{ q: 'opera a verifier' }, ['centre-marmottan', 'la-terrasse']],
    [{ q: 'pantin' }, ['mmpcr']],
    [{ q: 'l’hôpital' }, []],
    [{ q: '100%' }, []],
    [{ type: 'HSA' }, ['hsa-paris']],
    [{ commune: '93048' }, ['caarud-proses-montreuil', 'le-pavillon']],
    [
      { territoire: '93', type: 'CAARUD' },
      ['caarud-aurore-93', 'caarud-proses-montreuil', 'caarud-proses-saint-denis'],
    ],
    [{ territoire: 'est-93' }, []],
    [{ territoire: 'est-ensemble' }, ['caarud-proses-montreuil', 'le-pavillon', 'mmpcr']],
    [{ public: 'FEMMES' }, ['espace-femmes-charonne']],
    [{ langue: 'ar' }, []],
    [{ ouvert: 'oui', territoire: '75', type: 'CAARUD' }, ['caarud-ego']],
  ])('filtré par %j', async (filtres, expected) => {
    expect(await slugs(filtres)).toEqual(expected)
  })

  it('compte chaque département', async () => {
    const page = await listStructures(
      await viewerOf('INTERVENANT', 'gaia'),
      {},
      { now: QUINZE_HEURES, limite: 3 },
    )
    expect(page).toMatchObject({ total: { '75': 20, '93': 5 } })
    expect(page?.structures).toHaveLength(3)
  })

  it('se lit page après page sans perdre ni répéter une structure', async () => {
    const viewer = await viewerOf('MMPCR', null)
    const read: string[] = []
    let apres: string | undefined
    do {
      const page = await listStructures(viewer, {}, { now: QUINZE_HEURES, limite: 4, apres })
      read.push(...(page?.structures ?? []).map(({ slug }) => slug))
      apres = page?.suite ?? undefined
    } while (apres !== undefined)
    expect(read).toEqual(await slugs({}))
    expect(new Set(read).size).toBe(25)
  })

  it('reprend au début quand le lien nomme une structure disparue', async () => {
    const page = await listStructures(
      await viewerOf('MMPCR', null),
      {},
      { now: QUINZE_HEURES, limite: 1, apres: 'disparue' },
    )
    expect(page?.structures.map(({ nom }) => nom)).toEqual(['AIDES Paris Centre'])
  })

  it('est fermé à qui ne lit que des rapports', async () => {
    const lecteur = await viewerOf('LECTEUR', null)
    expect(await listStructures(lecteur, {}, { now: QUINZE_HEURES, limite: 10 })).toBeNull()
    expect(await findStructure(lecteur, 'sleep-in', QUINZE_HEURES)).toBeNull()
  })

  it('dit les places libres du soir, aucune à l’espace de repos, et rien à qui ne voit pas les places', async () => {
    const id = await idOf('dispositifs', 'sleep-in-urgence')
    const { rows } = await owner.query('SELECT organisation_id FROM dispositifs WHERE id = $1', [id])
    for (const libelle of ['A', 'B', 'C'])
      await insertRow(owner, 'places', {
        id: uuidv7(),
        dispositif_id: id,
        organisation_id: rows[0].organisation_id,
        libelle,
        du: '2026-01-01T00:00:00Z',
      })
    const fiche = await findStructure(await viewerOf('MMPCR', null), 'sleep-in', QUINZE_HEURES)
    expect(fiche?.places).toMatchObject({ libres: 3, total: 3 })
    expect(fiche?.dispositifs.map(({ slug, places }) => [slug, places?.total])).toEqual([
      ['sleep-in-urgence', 3],
      ['sleep-in-continu', undefined],
      ['sleep-in-repos', undefined],
      ['sleep-in-csapa', undefined],
    ])
    const admin = await findStructure(await viewerOf('ADMIN', null), 'sleep-in', QUINZE_HEURES)
    expect(admin?.places).toBeNull()
    expect(admin?.dispositifs.every(({ places }) => places === null)).toBe(true)
  })
})

describe('une adresse confidentielle', () => {
  const secrete = '7 rue de l’Essai'

  beforeAll(async () => {
    const { rows } = await owner.query(
      `SELECT id, organisation_id FROM structures WHERE slug = 'le-pavillon'`,
    )
    await insertRow(owner, 'adresses_structure', {
      id: uuidv7(),
      structure_id: rows[0].id,
      organisation_id: rows[0].organisation_id,
      adresse: secrete,
      longitude: 2.4444,
      latitude: 48.8555,
    })
  })

  it.each([
    ['COORDINATEUR', 'proses', true],
    ['RESPONSABLE', 'proses', true],
    ['INTERVENANT', 'proses', false],
    ['COORDINATEUR', 'aurore', false],
    ['MMPCR', null, false],
    ['ADMIN', null, false],
  ] as const)('%s de %s la lit : %s', async (role, organisation, reads) => {
    const viewer = await viewerOf(role, organisation)
    const fiche = await findStructure(viewer, 'le-pavillon', QUINZE_HEURES)
    expect(fiche?.adresse).toBe(reads ? secrete : null)
    const everything = JSON.stringify([
      fiche,
      await listStructures(viewer, {}, { now: QUINZE_HEURES, limite: 100 }),
    ])
    expect(everything.includes(secrete)).toBe(reads)
    expect(everything).not.toContain('2.4444')
  })
})

describe('ouvert maintenant', () => {
  const day = civilDate('2026-11-23')

  it('est la même règle en SQL que dans le domaine, changements d’heure compris', async () => {
    const structure = await idOf('structures', 'caarud-aurore-93')
    const plages: Plage[] = [
      { jour: 1, ouvre: 540, ferme: 720, du: null, au: null },
      { jour: 1, ouvre: 840, ferme: 1020, du: null, au: null },
      { jour: 6, ouvre: 1320, ferme: 1800, du: null, au: null },
      { jour: 7, ouvre: 120, ferme: 200, du: null, au: null },
      { jour: 3, ouvre: 0, ferme: 1440, du: day, au: null },
      { jour: 2, ouvre: 600, ferme: 900, du: null, au: day },
    ]
    for (const plage of plages)
      await insertRow(owner, 'plages_horaires', { id: uuidv7(), structure_id: structure, ...plage })
    const exceptions = [
      { jour: civilDate('2026-03-28'), ouvre: null, ferme: null, motif: 'Fermeture' },
      { jour: civilDate('2026-10-25'), ouvre: 60, ferme: 1500, motif: 'Nuit longue' },
    ]
    for (const exception of exceptions) {
      await insertRow(owner, 'exceptions_horaires', { id: uuidv7(), structure_id: structure, ...exception })
    }
    const instants = [
      ...everyQuarter('2026-03-27T20:00:00Z', 60),
      ...everyQuarter('2026-10-23T20:00:00Z', 80),
      ...everyQuarter('2026-11-22T20:00:00Z', 80),
    ]
    const { rows } = await owner.query<{ open: boolean }>(
      'SELECT structure_ouverte($1, t) AS open FROM unnest($2::timestamptz[]) WITH ORDINALITY AS i(t, n) ORDER BY n',
      [structure, instants],
    )
    const expected = instants.map((instant) => isOpen({ plages, exceptions }, instant))
    const differences = instants.filter((_, index) => rows[index]?.open !== expected[index])
    expect(differences.map((instant) => toParis(instant))).toEqual([])
    expect(expected.filter(Boolean).length).toBeGreaterThan(100)
  })
})

function everyQuarter(from: string, hours: number): Date[] {
  return Array.from({ length: hours * 4 }, (_, index) => new Date(Date.parse(from) + index * 900_000))
}
