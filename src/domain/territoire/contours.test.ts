import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carteSchematique } from './carte-schematique'
import { communes } from './communes'
import { communeAt, type Contour, readContours } from './contours'
import { mergePolygons } from './fusion'
import { contains, EMPRISE_REGION, type Geometrie, isWithin, type Point, signedArea } from './geometrie'

const lilas = { longitude: 2.421, latitude: 48.883 }

/** A square around a centre, half a side in degrees, clockwise unless said. */
function square(longitude: number, latitude: number, half = 0.01): Point[] {
  const [w, e, s, n] = [longitude - half, longitude + half, latitude - half, latitude + half]
  return [
    [w, s],
    [w, n],
    [e, n],
    [e, s],
    [w, s],
  ]
}

function feature(properties: Record<string, unknown>, coordinates: unknown, type = 'Polygon') {
  return { type: 'Feature', properties, geometry: { type, coordinates } }
}

function file(...features: unknown[]) {
  return { type: 'FeatureCollection', features }
}

function readOne(properties: Record<string, unknown>, coordinates: unknown, type?: string) {
  return readContours(file(feature(properties, coordinates, type)))
}

const toutes = file(
  ...communes.map(({ code, longitude, latitude }) => feature({ code }, [square(longitude, latitude)])),
)

describe('un fichier de contours', () => {
  it('est gardé entier quand les 59 y sont', () => {
    const result = readContours(toutes)
    expect(result.ok && result.value.contours.map(({ code }) => code)).toEqual(
      communes.map(({ code }) => code),
    )
    expect(result).toMatchObject({ ok: true, value: { rejets: [], manquantes: [], etrangers: 0 } })
  })

  it.each([
    { code: '93045' },
    { insee: 93045 },
    { INSEE_COM: '93045' },
    { c_arinsee: 93045 },
    { nom: 'x', CODE: '93045' },
  ])('reconnaît le code de la commune dans %j', (properties) => {
    const result = readOne(properties, [square(lilas.longitude, lilas.latitude)])
    expect(result.ok && result.value.contours[0]?.code).toBe('93045')
  })

  it('compte les contours d’un autre territoire sans les garder', () => {
    const result = readContours(file(...toutes.features, feature({ code: '92044' }, [square(2.28, 48.89)])))
    expect(result).toMatchObject({ ok: true, value: { etrangers: 1, manquantes: [] } })
  })

  it('nomme les communes qui manquent', () => {
    const result = readContours(file(...toutes.features.slice(2)))
    expect(result).toMatchObject({ ok: true, value: { manquantes: ['75101', '75102'] } })
  })

  it('arrondit à cinq décimales et tourne l’anneau extérieur dans le sens direct', () => {
    const result = readOne({ code: '93045' }, [square(2.4210001234, 48.8830009876)])
    const [contour] = result.ok ? result.value.contours : []
    const ring = contour?.geometrie.type === 'Polygon' ? contour.geometrie.coordinates[0] : undefined
    expect(ring?.[0]).toEqual([2.411, 48.873])
    expect(signedArea(ring ?? [])).toBeGreaterThan(0)
  })

  it('rejoint Pierrefitte à Saint-Denis en effaçant leur limite', () => {
    const saintDenis = square(2.36, 48.93, 0.01)
    const pierrefitte = square(2.36, 48.95, 0.01)
    const result = readContours(
      file(feature({ code: '93066' }, [saintDenis]), feature({ code: '93059' }, [pierrefitte])),
    )
    const [contour] = result.ok ? result.value.contours : []
    expect(contour).toMatchObject({ code: '93066', geometrie: { type: 'Polygon' } })
    expect(contour?.geometrie.coordinates[0]).toHaveLength(7)
  })

  it.each([
    ['PAS_GEOJSON', { type: 'Topology' }],
    ['PAS_GEOJSON', 'bonjour'],
    ['PAS_GEOJSON', null],
    ['AUCUNE_COMMUNE', file()],
    ['AUCUNE_COMMUNE', file(feature({ nom: 'Pantin' }, [square(2.41, 48.89)]))],
    ['LAMBERT_93', file(feature({ code: '93055' }, [square(655_000, 6_866_000, 900)]))],
    ['LAMBERT_93', { ...file(), crs: { properties: { name: 'urn:ogc:def:crs:EPSG::2154' } } }],
  ])('est refusé : %s (%#)', (reason, content) => {
    expect(readContours(content)).toEqual({ ok: false, reason })
  })

  it.each([
    ['GEOMETRIE', [2.421, 48.883], 'Point'],
    ['GEOMETRIE', [], 'Polygon'],
    ['ANNEAU', [square(2.421, 48.883).slice(0, 4)], 'Polygon'],
    [
      'ANNEAU',
      [
        [
          [2.42, 48.88],
          [2.42, 48.89],
          [2.42, 48.88],
        ],
      ],
      'Polygon',
    ],
    [
      'ANNEAU',
      [
        [
          [2.42, 48.88],
          [2.42, 48.89],
          [2.42, 48.9],
          [2.42, 48.88],
        ],
      ],
      'Polygon',
    ],
    ['HORS_REGION', [square(48.883, 2.421)], 'Polygon'],
    ['HORS_REGION', [square(5.37, 43.29)], 'Polygon'],
    ['LOIN_DE_SON_CENTRE', [square(2.3, 48.85)], 'Polygon'],
  ])('laisse une commune de côté : %s (%#)', (motif, coordinates, type) => {
    const result = readOne({ code: '93045' }, coordinates, type)
    expect(result).toMatchObject({ ok: true, value: { contours: [], rejets: [{ code: '93045', motif }] } })
  })

  it('laisse de côté la seconde fois d’une commune', () => {
    const one = feature({ code: '93045' }, [square(lilas.longitude, lilas.latitude)])
    const result = readContours(file(one, one))
    expect(result).toMatchObject({ ok: true, value: { rejets: [{ code: '93045', motif: 'DOUBLON' }] } })
  })
})

describe('la commune d’un point', () => {
  const holed: Geometrie = {
    type: 'Polygon',
    coordinates: [square(2.4, 48.9, 0.02), square(2.4, 48.9, 0.005)],
  }
  const contours: Contour[] = [
    { code: '93001', geometrie: holed },
    {
      code: '93055',
      geometrie: { type: 'Polygon', coordinates: [square(2.45, 48.9, 0.02)] },
    },
  ]

  it.each([
    [2.385, 48.885, '93001'],
    [2.4, 48.9, null],
    [2.46, 48.91, '93055'],
    [2.6, 48.9, null],
  ])('%f, %f', (longitude, latitude, code) => {
    expect(communeAt(contours, [longitude, latitude])).toBe(code)
  })
})

describe('deux voisines', () => {
  it('restent deux quand leurs limites ne suivent pas les mêmes points', () => {
    const a: Geometrie = { type: 'Polygon', coordinates: [square(2.36, 48.93, 0.01).toReversed()] }
    const b: Geometrie = { type: 'Polygon', coordinates: [square(2.37, 48.95, 0.01).toReversed()] }
    expect(mergePolygons(a, b)).toMatchObject({ type: 'MultiPolygon' })
  })
})

describe('la carte schématique', () => {
  const cells = carteSchematique()

  it('donne une cellule fermée, dans la région, à chacune des 59', () => {
    expect(cells.map(({ code }) => code)).toEqual(communes.map(({ code }) => code))
    for (const { anneau } of cells) {
      expect(anneau[0]).toEqual(anneau.at(-1))
      expect(anneau.every((point) => isWithin(point, EMPRISE_REGION))).toBe(true)
    }
  })

  it('met le centre de chaque commune dans sa cellule', () => {
    for (const { code, longitude, latitude } of communes) {
      const anneau = cells.find((cell) => cell.code === code)?.anneau ?? []
      expect(contains({ type: 'Polygon', coordinates: [anneau] }, [longitude, latitude])).toBe(true)
    }
  })

  it('ne fait jamais se recouvrir deux cellules', () => {
    const point = fc.tuple(
      fc.double({ min: 2.2, max: 2.65, noNaN: true }),
      fc.double({ min: 48.8, max: 49.02, noNaN: true }),
    )
    fc.assert(
      fc.property(point, (at) => {
        const holding = cells.filter(({ anneau }) => contains({ type: 'Polygon', coordinates: [anneau] }, at))
        expect(holding.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })
})
