import { addPosition, couvertureOf, PARCOURS_VIDE, type Parcours } from '@/domain/maraudes/couverture'
import type { TerrainDatabase } from './database'
import { deviceNow } from './device-clock'
import { saveBrouillon } from './outbox'

/** H3 resolution whose hexagons are about 250 m across what one sees from the pavement (edge: 200 m). */
const RESOLUTION = 9
/** Less precise than this, in metres, a position may be two cells away. */
const PRECISION_MAX = 150

/** Where the cells of a round are kept. */
export function parcoursKey(maraudeId: string): string {
  return `parcours:${maraudeId}`
}

type Suivi = { isCounted: boolean; parcours: Parcours }

/** Whether this round counts where it goes, and the cells so far. */
export async function readParcours(db: TerrainDatabase, maraudeId: string): Promise<Suivi> {
  const draft = await db.findBrouillon(parcoursKey(maraudeId))
  return draft?.ecran === 'parcours' ? draft.corps : { isCounted: false, parcours: PARCOURS_VIDE }
}

/** Starts or stops counting; what was counted stays. */
export async function countParcours(
  db: TerrainDatabase,
  maraudeId: string,
  isCounted: boolean,
): Promise<void> {
  const { parcours } = await readParcours(db, maraudeId)
  await keep(db, maraudeId, { isCounted, parcours: { ...parcours, derniere: null } })
}

/** The cells of a round, for its closing. */
export async function readCouverture(db: TerrainDatabase, maraudeId: string) {
  return couvertureOf((await readParcours(db, maraudeId)).parcours)
}

/**
 * Follows the tablet and keeps cells: a position becomes a cell at once, in memory, and is never written nor sent. Returns what
 * stops it. `onRefused` when the person or the tablet says no.
 */
export function watchWalk(db: TerrainDatabase, maraudeId: string, onRefused: () => void): () => void {
  let isOver = false
  const loading = Promise.all([readParcours(db, maraudeId), import('h3-js')])
  let parcours: Parcours | null = null

  async function note({ coords }: GeolocationPosition): Promise<void> {
    if (coords.accuracy > PRECISION_MAX) return
    const [known, { latLngToCell }] = await loading
    if (isOver) return
    const cellule = latLngToCell(coords.latitude, coords.longitude, RESOLUTION)
    parcours = addPosition(parcours ?? known.parcours, cellule, deviceNow().getTime())
    await keep(db, maraudeId, { isCounted: true, parcours })
  }

  const watch = navigator.geolocation.watchPosition((position) => void note(position), onRefused, {
    enableHighAccuracy: true,
    maximumAge: 15_000,
  })
  return () => {
    isOver = true
    navigator.geolocation.clearWatch(watch)
  }
}

function keep(db: TerrainDatabase, maraudeId: string, corps: Suivi): Promise<void> {
  return saveBrouillon(db, { id: parcoursKey(maraudeId), ecran: 'parcours', corps })
}
