import { type Anneau, type Geometrie, type Point, polygonsOf, segmentsOf, signedArea } from './geometrie'

type Segment = readonly [Point, Point]

/**
 * One geometry out of two neighbours: the border they share, point for point, disappears. When the two files were not cut along
 * the same points, the border stays and the result is their MultiPolygon: still right, only less clean.
 */
export function mergePolygons(a: Geometrie, b: Geometrie): Geometrie {
  const polygons = [...polygonsOf(a), ...polygonsOf(b)]
  const rings = stitch(withoutSharedBorders(polygons.flat().flatMap(segmentsOf)))
  const outer = rings?.filter((ring) => signedArea(ring) > 0) ?? []
  const [only] = outer
  if (rings === null || only === undefined || outer.length !== 1)
    return { type: 'MultiPolygon', coordinates: polygons }
  return { type: 'Polygon', coordinates: [only, ...rings.filter((ring) => ring !== only)] }
}

// Outer rings all turn the same way, so a shared border is walked once in each direction.
function withoutSharedBorders(segments: readonly Segment[]): Segment[] {
  const walked = new Set(segments.map(([from, to]) => `${key(from)}>${key(to)}`))
  return segments.filter(([from, to]) => !walked.has(`${key(to)}>${key(from)}`))
}

/** Rings made of these segments, each used once; null when they do not close. */
function stitch(segments: readonly Segment[]): Anneau[] | null {
  const waiting = new Map<string, Segment[]>()
  for (const segment of segments) {
    const from = key(segment[0])
    waiting.set(from, [...(waiting.get(from) ?? []), segment])
  }
  const rings: Anneau[] = []
  for (const start of segments) {
    if (!waiting.get(key(start[0]))?.includes(start)) continue
    const ring = walk(start, waiting)
    if (ring === null) return null
    rings.push(ring)
  }
  return rings
}

function walk(start: Segment, waiting: Map<string, Segment[]>): Anneau | null {
  const ring: Point[] = [start[0]]
  let segment: Segment | undefined = start
  while (segment !== undefined) {
    const current: Segment = segment
    const from = key(current[0])
    waiting.set(
      from,
      (waiting.get(from) ?? []).filter((each) => each !== current),
    )
    ring.push(current[1])
    if (key(current[1]) === key(start[0])) return ring
    segment = waiting.get(key(current[1]))?.[0]
  }
  return null
}

function key([x, y]: Point): string {
  return `${x},${y}`
}
