import { createHash } from 'node:crypto'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Viewer } from '@/domain/comptes/viewer'
import { colonnesExport } from '@/domain/exports/colonnes'
import {
  type FormatExport,
  hasFormat,
  type PerimetreExport,
  perimetreExportSchema,
} from '@/domain/exports/perimetres'
import { writeExports } from '@/jobs/exports'
import { insertDonnees } from '../rapports/donnees'
import type { Donnees } from '../rapports/types'
import { openInSpreadsheet, hasSpreadsheet } from '../prets/tableur'
import { owner } from '../support/connections'
import { account, ask, bytesOf, lineOf, NOW, TRIMESTRE } from './scene'

let donnees: Donnees
let responsable: Viewer

beforeAll(async () => {
  donnees = await insertDonnees(owner)
  const { seine } = donnees.monde
  await owner.query(`UPDATE maraudes SET partenaires = ARRAY['=HYPERLINK("x")'] WHERE organisation_id = $1`, [
    seine.organisation,
  ])
  responsable = await account('RESPONSABLE', seine.organisation)
})

async function fileOf(viewer: Viewer, perimetre: PerimetreExport, format: FormatExport) {
  const id = await ask(viewer, { perimetre, format })
  await writeExports(NOW)
  const line = await lineOf(id)
  expect(line).toMatchObject({ etat: 'PRET', total: line.lignes })
  const bytes = await bytesOf(id)
  expect(line.empreinte).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(Number(line.octets)).toBe(bytes.length)
  return { bytes, lignes: line.lignes }
}

function csvRows(bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  return parseCsv(text, { delimiter: ';' }).map((row) => row.map((cell) => String(cell ?? '')))
}

describe.each(perimetreExportSchema.options)('le fichier %s', (perimetre) => {
  it('a les mêmes lignes et les mêmes valeurs en CSV et en classeur', async () => {
    const csv = await fileOf(responsable, perimetre, 'CSV')
    const [head, ...rows] = csvRows(csv.bytes)
    const colonnes = colonnesExport[perimetre]
    expect(head).toEqual(colonnes.map(({ libelle }) => libelle))
    expect(rows).toHaveLength(csv.lignes)
    expect(rows.length).toBeGreaterThan(0)
    const workbook = await readXlsx((await fileOf(responsable, perimetre, 'XLSX')).bytes)
    const sheet = workbook.sheets[0]?.rows ?? []
    expect(sheet.slice(1).map((row) => colonnes.map((_, rang) => written(row[rang])))).toEqual(rows)
  })

  it('ne dit ni personne, ni code, ni texte libre', async () => {
    const { bytes } = await fileOf(responsable, perimetre, 'CSV')
    const { rows } = await owner.query<{ secret: string }>(
      'SELECT id::text AS secret FROM personnes UNION ALL SELECT code FROM personnes',
    )
    const text = bytes.toString('utf8')
    expect(rows.filter(({ secret }) => text.includes(secret))).toEqual([])
  })
})

/** A cell of the workbook, as the CSV writes it. */
function written(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    const text = cell.toISOString().slice(0, 16).replace('T', ' ')
    return text.endsWith(' 00:00') ? text.slice(0, 10) : text
  }
  return typeof cell === 'number' ? String(cell).replace('.', ',') : z.string().parse(cell)
}

describe('un export de lignes', () => {
  it('ne contient que les maraudes de son organisation, sur les nuits demandées', async () => {
    const { bytes } = await fileOf(responsable, 'MARAUDES', 'CSV')
    const ids = csvRows(bytes)
      .slice(1)
      .map(([id]) => id)
    const expected = donnees.maraudes.filter(
      ({ organisation, nuit }) =>
        organisation === donnees.monde.seine.organisation && nuit >= TRIMESTRE.du && nuit <= TRIMESTRE.au,
    )
    expect(new Set(ids)).toEqual(new Set(expected.map(({ id }) => id)))
    expect(ids).toHaveLength(expected.length)
  })

  it('d’un coordinateur ne sort pas de sa structure', async () => {
    const { seine } = donnees.monde
    const all = await fileOf(
      await account('COORDINATEUR', seine.organisation, seine.structure),
      'SEJOURS',
      'CSV',
    )
    const none = await fileOf(
      await account('COORDINATEUR', seine.organisation, donnees.seconde),
      'SEJOURS',
      'CSV',
    )
    expect(all.lignes).toBeGreaterThan(0)
    expect(none.lignes).toBe(0)
  })

  it('dit les listes fermées en français, plusieurs mots s’il le faut, et le code n’y est plus', async () => {
    for (const perimetre of perimetreExportSchema.options) {
      const [, ...rows] = csvRows((await fileOf(responsable, perimetre, 'CSV')).bytes)
      for (const [rang, { mots, kind, libelle }] of colonnesExport[perimetre].entries()) {
        if (mots === undefined) continue
        const words = rows.flatMap((row) => (row[rang] ?? '').split(kind === 'LISTES' ? ' · ' : '\n'))
        const unknown = words.filter((word) => word !== '' && !Object.values(mots).includes(word))
        expect(unknown, `${perimetre}, ${libelle}`).toEqual([])
      }
    }
    const [, ...stays] = csvRows((await fileOf(responsable, 'SEJOURS', 'CSV')).bytes)
    const acquis = colonnesExport.SEJOURS.findIndex(({ cle }) => cle === 'acquis')
    expect(stays.some((row) => row[acquis]?.includes(' · '))).toBe(true)
  })

  it('connaît les mots de chaque code que la base peut y mettre', async () => {
    const { rows } = await owner.query<{ perimetre: PerimetreExport; cle: string; code: string }>(
      `SELECT l.perimetre, l.cle, e.enumlabel AS code
       FROM unnest($1::text[], $2::text[], $3::text[]) AS l (perimetre, cle, liste)
         JOIN pg_enum e ON e.enumtypid = l.liste::regtype`,
      [
        listes.map(([perimetre]) => perimetre),
        listes.map(([, cle]) => cle),
        listes.map(([, , liste]) => liste),
      ],
    )
    expect(rows.length).toBeGreaterThan(60)
    const silent = rows.filter(({ perimetre, cle, code }) => {
      const colonne = colonnesExport[perimetre].find((each) => each.cle === cle)
      return colonne?.mots?.[code] === undefined
    })
    expect(silent).toEqual([])
  })

  it('désarme un texte qu’un tableur exécuterait', async () => {
    const { bytes } = await fileOf(responsable, 'MARAUDES', 'CSV')
    expect(csvRows(bytes)[1]).toContain(`'=HYPERLINK("x")`)
  })

  it('porte un arrêt au centre de sa commune, jamais ailleurs', async () => {
    const { bytes } = await fileOf(responsable, 'ARRETS', 'GEOJSON')
    const collection = featuresSchema.parse(JSON.parse(bytes.toString('utf8')))
    const { rows } = await owner.query<{ longitude: number; latitude: number }>(
      'SELECT longitude, latitude FROM communes',
    )
    const centres = new Set(rows.map(({ longitude, latitude }) => `${longitude} ${latitude}`))
    expect(collection.features.length).toBeGreaterThan(20)
    for (const { geometry } of collection.features)
      expect(centres).toContain(geometry && geometry.coordinates.join(' '))
  })

  it('ne dit d’une structure confidentielle ni adresse, ni commune, ni point', async () => {
    await owner.query('UPDATE structures SET confidentiel = true WHERE id = $1', [
      donnees.monde.seine.structure,
    ])
    const { bytes } = await fileOf(responsable, 'STRUCTURES', 'GEOJSON')
    const { features } = featuresSchema.parse(JSON.parse(bytes.toString('utf8')))
    const { rows } = await owner.query<{ slug: string }>('SELECT slug FROM structures WHERE confidentiel')
    const hidden = features.filter(({ properties }) => rows.some(({ slug }) => slug === properties['slug']))
    expect(hidden.length).toBeGreaterThan(0)
    for (const { geometry, properties } of hidden) {
      expect(geometry).toBeNull()
      expect([properties['adresse'], properties['commune'], properties['commune_code']]).toEqual([
        null,
        null,
        null,
      ])
    }
  })

  it.each(perimetreExportSchema.options)(
    '%s n’a de carte que s’il a des lieux, et la base le sait',
    async (perimetre) => {
      const insert = owner.query(
        `INSERT INTO exports_lignes (id, compte_id, perimetre, format, du, au, demande_le, etat, faute, fini_le)
       VALUES (gen_random_uuid(), $1, $2, 'GEOJSON', '2026-01-01', '2026-01-02', now(), 'ECHOUE', 'INTERROMPU', now())`,
        [responsable.compteId, perimetre],
      )
      const constraint = await insert.then(
        () => null,
        (fault: { constraint?: string }) => fault.constraint,
      )
      expect(constraint).toBe(hasFormat(perimetre, 'GEOJSON') ? null : 'exports_lignes_geojson')
    },
  )

  it.skipIf(!hasSpreadsheet())(
    's’ouvre dans LibreOffice : dates comprises, accents lus',
    { timeout: 120_000 },
    async () => {
      const { bytes } = await fileOf(responsable, 'ARRETS', 'XLSX')
      const read = await openInSpreadsheet('arrets.xlsx', bytes)
      const text = [...read.values()].map((file) => Buffer.from(file).toString('utf8')).join('\n')
      expect(text).toMatch(/;\d\d\/0[7-9]\/2026;\d\d\/\d\d\/2026 \d\d:\d\d;/)
      expect(text).toContain('Unités récupérées')
      const csv = await openInSpreadsheet('arrets.csv', (await fileOf(responsable, 'ARRETS', 'CSV')).bytes)
      const { sheets } = await readXlsx([...csv.values()][0] ?? new Uint8Array())
      expect(sheets[0]?.rows[1]?.[2]).toBeInstanceOf(Date)
      expect(typeof sheets[0]?.rows[1]?.[12]).toBe('number')
    },
  )
})

/** The enumerated types of PostgreSQL that columns come from. */
const listes = [
  ['MARAUDES', 'mode', 'mode_maraude'],
  ['MARAUDES', 'statut', 'statut_maraude'],
  ['ARRETS', 'ambiance', 'ambiance'],
  ['ARRETS', 'statut', 'statut_arret'],
  ['SEJOURS', 'nature', 'kind_dispositif'],
  ['SEJOURS', 'destination', 'destination_sortie'],
  ['SEJOURS', 'acquis', 'acquis'],
  ['ORIENTATIONS', 'statut', 'statut_orientation'],
  ['ORIENTATIONS', 'motif_cote', 'cote_motif'],
  ['ORIENTATIONS', 'genre', 'genre'],
  ['ORIENTATIONS', 'tranche_age', 'tranche_age'],
  ['STRUCTURES', 'nature', 'kind_structure'],
  ['STRUCTURES', 'statut', 'statut_structure'],
] as const

const featuresSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      geometry: z
        .object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })
        .nullable(),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
})
