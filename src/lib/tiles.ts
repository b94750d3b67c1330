import 'server-only'
import { now } from './clock'
import { env } from './env'
import { TileSource } from './tile-source'

const MEGABYTE = 1024 * 1024

/** Whose background it is, to be named on it; null when there is none. */
export const tilesCredit = env.TILES_URL === null ? null : env.TILES_ATTRIBUTION

/** The background of the maps; null when the operator wants none. */
export const tiles =
  env.TILES_URL === null
    ? null
    : new TileSource({ template: env.TILES_URL, cacheBytes: env.TILES_CACHE_MB * MEGABYTE, now })
