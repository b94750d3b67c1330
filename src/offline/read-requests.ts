import type { DemandeSuivie } from '@/domain/sync/paquet'
import type { TerrainDatabase } from './database'
import { deviceNow } from './device-clock'

/** Asks where this account's requests stand and keeps the answer, so that it can still be read, with its age, without network. */
export async function fetchDemandes(db: TerrainDatabase): Promise<void> {
  try {
    const response = await fetch('/api/terrain/demandes', {
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    })
    if (response.status !== 200 || response.headers.get('x-maillage') !== '1') return
    const { demandes }: { demandes: DemandeSuivie[] } = await response.json()
    await db.cles.put({ cle: 'demandes', demandes, luLe: deviceNow().toISOString() })
  } catch {
    // No network: the last answer stays, with its age.
  }
}
