import { z } from 'zod'
import { type Result, done, refuse } from '../commun/result'
import { communes } from './communes'
import {
  type Anneau,
  contains,
  empriseOf,
  EMPRISE_REGION,
  type Geometrie,
  isWithin,
  type Point,
  polygonsOf,
  signedArea,
} from './geometrie'
import { mergePolygons } from './fusion'
import { findCommune } from './territoire'

/** Contour of one commune, coordinates rounded to 5 decimals (about a metre). */
export type Contour = { code: string; geometrie: Geometrie }

/** Why a feature of the territory is left out. */
export type MotifRejet = 'GEOMETRIE' | 'ANNEAU' | 'HORS_REGION' | 'LOIN_DE_SON_CENTRE' | 'DOUBLON'

export const libellesRejet: Record<MotifRejet, string> = {
  GEOMETRIE: 'la géométrie n’est ni un Polygon ni un MultiPolygon',
  ANNEAU: 'un anneau n’est pas fermé, a moins de 4 points ou n’a pas de surface',
  HORS_REGION: 'des points sont hors de Paris et de la Seine-Saint-Denis (longitude puis latitude attendues)',
  LOIN_DE_SON_CENTRE: 'le contour n’entoure pas le centre connu de la commune',
  DOUBLON: 'la commune figure deux fois',
}

/** Why a whole file is refused. */
export type MotifFichier = 'PAS_GEOJSON' | 'LAMBERT_93' | 'AUCUNE_COMMUNE'

export const libellesFichier: Record<MotifFichier, string> = {
  PAS_GEOJSON: 'Ce fichier n’est pas une FeatureCollection GeoJSON.',
  LAMBERT_93:
    'Les coordonnées de ce fichier sont en Lambert-93 (EPSG:2154). Convertissez-le en WGS84 (EPSG:4326), puis recommencez.',
  AUCUNE_COMMUNE:
    'Aucun arrondissement de Paris ni aucune commune de Seine-Saint-Denis n’a été reconnu. Chaque contour doit porter son code INSEE dans la propriété « code », « insee » ou « c_arinsee ».',
}

export type LectureContours = {
  contours: Contour[]
  rejets: { code: string; motif: MotifRejet }[]
  /** codes of the 59 without a good contour */
  manquantes: string[]
  /** features of another territory, or without a code */
  etrangers: number
}

// An altitude may follow: it is dropped.
const position = z
  .tuple([z.number(), z.number()])
  .rest(z.number())
  .transform(([longitude, latitude]): Point => [longitude, latitude])
const ring = z.array(position)

/** GeoJSON Polygon or MultiPolygon, as read from a file or from the base. */
export const geometrieSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
])
const codeSchema = z.union([z.string(), z.number()]).transform(String)
const featureCollection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.unknown().optional(),
  features: z.array(
    z.object({ properties: z.record(z.string(), z.unknown()).nullable(), geometry: z.unknown() }),
  ),
})

const codeNames = ['code', 'insee', 'code_insee', 'insee_com', 'codgeo', 'com', 'c_arinsee', 'code_commune']

/** Reads contours of communes and arrondissements out of parsed GeoJSON. 93059 joins 93066. Refuses a file in Lambert-93. */
export function readContours(content: unknown): Result<LectureContours, MotifFichier> {
  const parsed = featureCollection.safeParse(content)
  if (!parsed.success) return refuse('PAS_GEOJSON')
  if (isLambert93(parsed.data)) return refuse('LAMBERT_93')

  const known = parsed.data.features.flatMap(({ properties, geometry }) => {
    const asked = codeOf(properties ?? {})
    const commune = asked === null ? undefined : findCommune(asked)
    return asked === null || commune === undefined ? [] : [{ asked, code: commune.code, geometry }]
  })
  if (known.length === 0) return refuse('AUCUNE_COMMUNE')

  const { contours, rejets } = sortOut(known)
  const found = new Set(contours.map(({ code }) => code))
  return done({
    contours,
    rejets,
    manquantes: communes.map(({ code }) => code).filter((code) => !found.has(code)),
    etrangers: parsed.data.features.length - known.length,
  })
}

/** The commune whose contour holds this point; null when none does, or when its contour is not there. */
export function communeAt(contours: readonly Contour[], point: Point): string | null {
  return contours.find(({ geometrie }) => contains(geometrie, point))?.code ?? null
}

function codeOf(properties: Readonly<Record<string, unknown>>): string | null {
  const lowered = Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value] as const)
  const found = lowered.find(([name]) => codeNames.includes(name))
  const code = codeSchema.safeParse(found?.[1])
  return code.success ? code.data : null
}

function sortOut(known: readonly { asked: string; code: string; geometry: unknown }[]) {
  const rejets: LectureContours['rejets'] = []
  const byCode = new Map<string, Geometrie>()
  const seen = new Set<string>()
  for (const { asked, code, geometry } of known) {
    const before = byCode.get(code)
    const read = seen.has(asked) ? refuse('DOUBLON' as const) : readGeometry(geometry)
    if (!read.ok) rejets.push({ code, motif: read.reason })
    else byCode.set(code, before === undefined ? read.value : mergePolygons(before, read.value))
    seen.add(asked)
  }
  const merged = [...byCode].map(([code, geometrie]) => ({ code, geometrie }))
  const strays = merged.filter((contour) => !surroundsItsCentre(contour))
  return {
    contours: merged
      .filter((contour) => !strays.includes(contour))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    rejets: [...rejets, ...strays.map(({ code }) => ({ code, motif: 'LOIN_DE_SON_CENTRE' as const }))],
  }
}

// By its box only: the centre of L'Île-Saint-Denis falls into the Seine.
function surroundsItsCentre({ code, geometrie }: Contour): boolean {
  const commune = findCommune(code)
  const emprise = empriseOf(polygonsOf(geometrie).flat(2))
  return commune !== undefined && emprise !== null && isWithin([commune.longitude, commune.latitude], emprise)
}

function readGeometry(geometry: unknown): Result<Geometrie, MotifRejet> {
  const parsed = geometrieSchema.safeParse(geometry)
  if (!parsed.success) return refuse('GEOMETRIE')
  const { type, coordinates } = parsed.data
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates).map((rings) => rings.map(round))
  const rings = polygons.flat()
  if (!rings.flat().every((point) => isWithin(point, EMPRISE_REGION))) return refuse('HORS_REGION')
  if (!rings.every(isRing)) return refuse('ANNEAU')
  const turned = polygons.map((each) => each.map(counterClockwiseOutside))
  const [only] = turned
  return done(
    turned.length === 1 && only !== undefined
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: turned },
  )
}

function round(positions: Anneau): Point[] {
  const points = positions.map(([x, y]): Point => [decimals(x), decimals(y)])
  return points.filter((point, index) => {
    const previous = points[index - 1]
    return previous === undefined || previous[0] !== point[0] || previous[1] !== point[1]
  })
}

function decimals(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}

function isRing(points: Anneau): boolean {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 4) return false
  return first[0] === last[0] && first[1] === last[1] && signedArea(points) !== 0
}

// RFC 7946: the outer ring turns counter-clockwise, the holes clockwise. Merging relies on it.
function counterClockwiseOutside(points: Anneau, index: number): Anneau {
  const isCounterClockwise = signedArea(points) > 0
  return isCounterClockwise === (index === 0) ? points : points.toReversed()
}

function isLambert93({ crs, features }: z.infer<typeof featureCollection>): boolean {
  if (JSON.stringify(crs ?? '').includes('2154')) return true
  return features.some(({ geometry }) => {
    const parsed = geometrieSchema.safeParse(geometry)
    if (!parsed.success) return false
    const points =
      parsed.data.type === 'Polygon' ? parsed.data.coordinates.flat() : parsed.data.coordinates.flat(2)
    return points.some(([x, y]) => x > 100_000 && x < 1_300_000 && y > 6_000_000 && y < 7_200_000)
  })
}
