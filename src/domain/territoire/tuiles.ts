import { EMPRISE_REGION } from './geometrie'

/** Square of the web map grid. */
export type Tuile = { z: number; x: number; y: number }

const ZOOM_MIN = 8
const ZOOM_MAX = 18

/**
 * Reads the address of a tile; null unless it is a whole number of a zoom from 8 to 18 that touches Paris or Seine-Saint-Denis, so
 * that our server fetches nothing else for anybody.
 */
export function readTuile(z: string, x: string, y: string): Tuile | null {
  if (![z, x, y].every((part) => /^\d{1,6}$/.test(part))) return null
  const tuile = { z: Number(z), x: Number(x), y: Number(y) }
  return isInTerritory(tuile) ? tuile : null
}

/** The wider square `levels` zooms back, null before the first zoom; `part` is where this one lies in it, in shares of its side. */
export function widen(
  { z, x, y }: Tuile,
  levels: number,
): { tuile: Tuile; part: { x: number; y: number; side: number } } | null {
  if (z - levels < ZOOM_MIN) return null
  const side = 1 / 2 ** levels
  const tuile = { z: z - levels, x: Math.floor(x * side), y: Math.floor(y * side) }
  return { tuile, part: { x: x * side - tuile.x, y: y * side - tuile.y, side } }
}

function isInTerritory({ z, x, y }: Tuile): boolean {
  if (z < ZOOM_MIN || z > ZOOM_MAX) return false
  const { ouest, est, nord, sud } = EMPRISE_REGION
  return x >= column(ouest, z) && x <= column(est, z) && y >= row(nord, z) && y <= row(sud, z)
}

function column(longitude: number, zoom: number): number {
  return Math.floor(((longitude + 180) / 360) * 2 ** zoom)
}

function row(latitude: number, zoom: number): number {
  const radians = (latitude * Math.PI) / 180
  return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** zoom)
}
