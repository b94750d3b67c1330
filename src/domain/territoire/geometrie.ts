/** WGS84, in degrees: longitude then latitude, as GeoJSON writes them. */
export type Point = readonly [longitude: number, latitude: number]

/** Closed line: the last point is the first. */
export type Anneau = readonly Point[]

/** GeoJSON Polygon or MultiPolygon, outer ring first. */
export type Geometrie =
  | { type: 'Polygon'; coordinates: readonly Anneau[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Anneau[])[] }

/** South-west and north-east corners. */
export type Emprise = { ouest: number; sud: number; est: number; nord: number }

/** Around Paris and Seine-Saint-Denis, with room for the neighbours that a map shows. */
export const EMPRISE_REGION: Emprise = { ouest: 2.1, sud: 48.75, est: 2.7, nord: 49.1 }

/** Metres per degree at this latitude; enough for distances within the two departments. */
export const METRES_PER_DEGREE = { longitude: 73_300, latitude: 111_200 } as const

/** The polygons of a geometry, each a list of rings. */
export function polygonsOf(geometrie: Geometrie): readonly (readonly Anneau[])[] {
  return geometrie.type === 'Polygon' ? [geometrie.coordinates] : geometrie.coordinates
}

/** Whether the point is inside the box, edges included. */
export function isWithin([longitude, latitude]: Point, { ouest, sud, est, nord }: Emprise): boolean {
  return longitude >= ouest && longitude <= est && latitude >= sud && latitude <= nord
}

/** The smallest box around these points; null when there are none. */
export function empriseOf(points: readonly Point[]): Emprise | null {
  if (points.length === 0) return null
  const longitudes = points.map(([longitude]) => longitude)
  const latitudes = points.map(([, latitude]) => latitude)
  return {
    ouest: Math.min(...longitudes),
    sud: Math.min(...latitudes),
    est: Math.max(...longitudes),
    nord: Math.max(...latitudes),
  }
}

/** Whether the point is inside the geometry and outside its holes (even-odd rule). */
export function contains(geometrie: Geometrie, point: Point): boolean {
  return polygonsOf(geometrie).some(
    (rings) => rings.filter((ring) => crossesOddly(ring, point)).length % 2 === 1,
  )
}

/** Signed area in square degrees: positive when the ring turns counter-clockwise. */
export function signedArea(ring: Anneau): number {
  return segmentsOf(ring).reduce((sum, [[x1, y1], [x2, y2]]) => sum + (x1 * y2 - x2 * y1) / 2, 0)
}

/** The segments of a closed ring, in order. */
export function segmentsOf(ring: Anneau): (readonly [Point, Point])[] {
  return ring.slice(1).flatMap((to, index) => {
    const from = ring[index]
    return from === undefined ? [] : [[from, to] as const]
  })
}

function crossesOddly(ring: Anneau, [x, y]: Point): boolean {
  const crossed = segmentsOf(ring).filter(
    ([[x1, y1], [x2, y2]]) => y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1),
  )
  return crossed.length % 2 === 1
}
