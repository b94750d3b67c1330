import Supercluster from 'supercluster'

/** Something to draw at a place; several may stand at the very same one. */
export type MapPoint = { id: string; longitude: number; latitude: number }

/** Drawn alone, `offset` pixels from its place so that those of one place stand side by side; or several as one. */
export type MapGroup =
  | {
      type: 'ALONE'
      id: string
      longitude: number
      latitude: number
      offset: readonly [x: number, y: number]
    }
  | { type: 'CLUSTER'; ids: string[]; longitude: number; latitude: number; zoom: number }

/** From this zoom on, points of one place are shown side by side rather than as one. */
export const SPREAD_ZOOM = 13
const RADIUS_PX = 34
const MAX_CLUSTER_ZOOM = 16
const SPACING_PX = 36

/** What to draw at each zoom, worked out once for everybody who asks. */
export function groupPoints(points: readonly MapPoint[]): (zoom: number) => readonly MapGroup[] {
  const index = new Supercluster<Leaf>({ radius: RADIUS_PX, extent: 256, maxZoom: MAX_CLUSTER_ZOOM })
  index.load(
    points.map(({ id, longitude, latitude }) => ({
      type: 'Feature',
      properties: { id },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    })),
  )
  const byId = new Map(points.map((point) => [point.id, point]))
  const known = new Map<number, readonly MapGroup[]>()
  return (zoom) => {
    const groups = known.get(zoom) ?? groupsAt(index, byId, zoom)
    known.set(zoom, groups)
    return groups
  }
}

type Leaf = { id: string }

function groupsAt(
  index: Supercluster<Leaf>,
  byId: ReadonlyMap<string, MapPoint>,
  zoom: number,
): readonly MapGroup[] {
  return index.getClusters([-180, -85, 180, 85], Math.floor(zoom)).flatMap((found): MapGroup[] => {
    const ids = isCluster(found.properties)
      ? index.getLeaves(found.properties.cluster_id, Infinity).map(({ properties }) => properties.id)
      : [found.properties.id]
    const members = ids.flatMap((id) => byId.get(id) ?? [])
    if (members.length === 1 || (zoom >= SPREAD_ZOOM && standTogether(members))) return spread(members)
    const [longitude = 0, latitude = 0] = found.geometry.coordinates
    const expansion = isCluster(found.properties)
      ? index.getClusterExpansionZoom(found.properties.cluster_id)
      : zoom
    const target = standTogether(members) ? SPREAD_ZOOM : expansion
    return [{ type: 'CLUSTER', ids, longitude, latitude, zoom: target }]
  })
}

type Cluster = { cluster: true; cluster_id: number }

function isCluster(properties: Cluster | Leaf): properties is Cluster {
  return 'cluster_id' in properties
}

function standTogether(members: readonly MapPoint[]): boolean {
  return members.every(
    ({ longitude, latitude }) => longitude === members[0]?.longitude && latitude === members[0].latitude,
  )
}

function spread(members: readonly MapPoint[]): MapGroup[] {
  return members.map(({ id, longitude, latitude }, rank) => ({
    type: 'ALONE',
    id,
    longitude,
    latitude,
    offset: members.length === 1 ? [0, 0] : hexagonalOffset(rank),
  }))
}

/** One in the middle, six around it, twelve around them. */
function hexagonalOffset(rank: number): readonly [number, number] {
  let [ring, first] = [0, 0]
  while (rank >= first + Math.max(1, ring * 6)) {
    first += Math.max(1, ring * 6)
    ring += 1
  }
  if (ring === 0) return [0, 0]
  const angle = ((rank - first) / (ring * 6)) * 2 * Math.PI - Math.PI / 2
  return [Math.round(ring * SPACING_PX * Math.cos(angle)), Math.round(ring * SPACING_PX * Math.sin(angle))]
}
