import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { communes } from '@/domain/territoire/communes'
import { readCarteCommunes, readContoursVersion } from '@/features/carte/queries'
import { importContours } from '../../../scripts/contours'
import { owner } from '../support/connections'
import { viewerOf } from './annuaire-reel'

const base = () => process.env['TEST_OWNER_URL'] ?? ''
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'contours-'))
})

/** A file of one square per commune, half a side in degrees. */
async function fileOf(name: string, half: number, list = communes): Promise<string> {
  const features = list.map(({ code, nom, longitude: x, latitude: y }) => ({
    type: 'Feature',
    properties: { code, nom },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x - half, y - half],
          [x + half, y - half],
          [x + half, y + half],
          [x - half, y + half],
          [x - half, y - half],
        ],
      ],
    },
  }))
  const file = path.join(folder, name)
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features }))
  return file
}

async function stored() {
  const { rows } = await owner.query<{ code: string; source: string }>(
    'SELECT code, source FROM contours ORDER BY code',
  )
  return rows
}

describe('l’import des contours', () => {
  it('laisse la carte schématique tant qu’il n’a pas eu lieu', async () => {
    const carte = await readCarteCommunes(await viewerOf('MMPCR', null))
    expect(carte).toMatchObject({ schematique: 59 })
    expect(carte?.features).toHaveLength(59)
  })

  it('refuse un fichier incomplet sans rien changer, et nomme ce qui manque', async () => {
    const file = await fileOf('incomplet.geojson', 0.004, communes.slice(2))
    await expect(importContours(base(), [file], { partiel: false })).rejects.toThrow(
      /Sans contour \(2 sur 59\) : Paris 1er \(75101\), Paris 2e \(75102\).*\nRien n’a été changé/s,
    )
    expect(await stored()).toEqual([])
  })

  it('garde ce qui est bon d’un fichier incomplet quand on le demande', async () => {
    const file = await fileOf('partiel.geojson', 0.004, communes.slice(2))
    expect((await importContours(base(), [file], { partiel: true })).at(-1)).toBe(
      '57 contours sont en place : 57 nouveaux, 0 remplacés.',
    )
    const carte = await readCarteCommunes(await viewerOf('MMPCR', null))
    expect(carte?.schematique).toBe(2)
  })

  it('remplace les contours d’avant, en une fois, et dit lesquels', async () => {
    const viewer = await viewerOf('MMPCR', null)
    const before = await readContoursVersion(viewer)
    const file = await fileOf('entier.geojson', 0.005)
    expect(await importContours(base(), [file], { partiel: false })).toEqual([
      '59 contours sont en place : 2 nouveaux, 57 remplacés.',
      'Ils remplacent ceux de : partiel.geojson.',
    ])
    expect(new Set((await stored()).map(({ source }) => source))).toEqual(new Set(['entier.geojson']))
    expect(await readContoursVersion(viewer)).not.toBe(before)
    expect((await readCarteCommunes(viewer))?.schematique).toBe(0)
  })

  it('lit plusieurs fichiers comme un seul', async () => {
    const paris = await fileOf('75.geojson', 0.004, communes.slice(0, 20))
    const seine = await fileOf('93.geojson', 0.004, communes.slice(20))
    const told = await importContours(base(), [paris, seine], { partiel: false })
    expect(told[0]).toBe('59 contours sont en place : 0 nouveaux, 59 remplacés.')
  })

  it.each([
    ['absent.geojson', undefined, /n’existe pas/],
    ['casse.geojson', '{"type":', /n’est pas du JSON/],
    ['topo.geojson', '{"type":"Topology"}', /n’est pas une FeatureCollection/],
  ])('refuse %s en disant pourquoi', async (name, text, message) => {
    const file = path.join(folder, name)
    if (text !== undefined) await writeFile(file, text)
    await expect(importContours(base(), [file], { partiel: true })).rejects.toThrow(message)
  })

  it('refuse un fichier trop lourd sans le lire', async () => {
    const file = path.join(folder, 'lourd.geojson')
    await writeFile(file, Buffer.alloc(21 * 1024 * 1024))
    await expect(importContours(base(), [file], { partiel: true })).rejects.toThrow(/plus de 20 Mo/)
  })

  it('refuse une adresse qui ne répond pas', async () => {
    await expect(importContours(base(), ['http://127.0.0.1:1/x'], { partiel: true })).rejects.toThrow(
      /ne répond pas/,
    )
  })

  it('laisse une ligne au journal par import', async () => {
    const { rows } = await owner.query(
      `SELECT details->>'contours' AS n FROM journal WHERE action = 'contours.import' ORDER BY le`,
    )
    expect(rows.map(({ n }) => n)).toEqual(['57', '59', '59'])
  })
})
