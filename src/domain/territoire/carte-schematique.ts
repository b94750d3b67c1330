import { communes, type Commune } from './communes'
import { METRES_PER_DEGREE, type Point } from './geometrie'

type Metres = readonly [x: number, y: number]
type Site = { code: string; centre: Metres; rayon: number }

const SQUARE_METRES_PER_HECTARE = 10_000
/** How far a cell may go beyond the disc of its own surface, to meet its neighbours. */
const REACH = 1.25
/** How much a larger commune pushes its neighbours: 1 for a power diagram, 0 for Voronoi's. */
const WEIGHT = 0.65
/** Half of the white line between two cells, in metres. */
const GAP = 70
const DISC_POINTS = 22
const ROUNDINGS = 2

/**
 * A cell per commune, drawn from its centre and its surface when no contour has been imported. Each is the disc of the commune's
 * surface, cut half-way from its neighbours (power diagram) and rounded. To look at only: **never** says in which commune a point is.
 */
export function carteSchematique(): { code: string; anneau: Point[] }[] {
  const sites = communes.map(siteOf)
  return sites.map((site) => ({ code: site.code, anneau: close(cellOf(site, sites).map(toDegrees)) }))
}

function siteOf({ code, longitude, latitude, surface }: Commune): Site {
  return {
    code,
    centre: [longitude * METRES_PER_DEGREE.longitude, latitude * METRES_PER_DEGREE.latitude],
    rayon: Math.sqrt((surface * SQUARE_METRES_PER_HECTARE) / Math.PI),
  }
}

function cellOf(site: Site, sites: readonly Site[]): Metres[] {
  let cell = disc(site)
  for (const other of sites) {
    if (other !== site) cell = cut(cell, site, other)
  }
  for (let turn = 0; turn < ROUNDINGS; turn++) cell = round(cell)
  return cell
}

function disc({ centre: [x, y], rayon }: Site): Metres[] {
  const reach = rayon * REACH
  return Array.from({ length: DISC_POINTS }, (_, index) => {
    const angle = (index / DISC_POINTS) * 2 * Math.PI
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
  })
}

/** Keeps what is on the site's side of the line between the two, a larger commune keeping more. */
function cut(cell: readonly Metres[], site: Site, other: Site): Metres[] {
  const [dx, dy] = [other.centre[0] - site.centre[0], other.centre[1] - site.centre[1]]
  const distance = Math.hypot(dx, dy)
  const share = (distance ** 2 + WEIGHT * (site.rayon ** 2 - other.rayon ** 2)) / (2 * distance) - GAP
  // Negative once the point is beyond the line.
  const depth = ([x, y]: Metres) => share - ((x - site.centre[0]) * dx + (y - site.centre[1]) * dy) / distance
  return cell.flatMap((point, index) => {
    const next = cell[(index + 1) % cell.length] ?? point
    const [here, there] = [depth(point), depth(next)]
    const kept = here >= 0 ? [point] : []
    return here >= 0 === there >= 0 ? kept : [...kept, between(point, next, here / (here - there))]
  })
}

/** Chaikin's corner cutting: each corner gives two points, nearer to the middle of the sides. */
function round(cell: readonly Metres[]): Metres[] {
  return cell.flatMap((point, index) => {
    const next = cell[(index + 1) % cell.length] ?? point
    return [between(point, next, 0.25), between(point, next, 0.75)]
  })
}

function between([x1, y1]: Metres, [x2, y2]: Metres, at: number): Metres {
  return [x1 + (x2 - x1) * at, y1 + (y2 - y1) * at]
}

function toDegrees([x, y]: Metres): Point {
  return [rounded(x / METRES_PER_DEGREE.longitude), rounded(y / METRES_PER_DEGREE.latitude)]
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}

function close(ring: Point[]): Point[] {
  const [first] = ring
  return first === undefined ? [] : [...ring, first]
}
