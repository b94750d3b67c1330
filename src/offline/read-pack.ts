import type { DemandeSuivie, Paquet } from '@/domain/sync/paquet'
import type { TerrainDatabase } from './database'
import { deviceNow } from './device-clock'

/** What asking for the read pack gave. `panne`: no network, or not our server. */
export type IssuePaquet =
  | { etat: 'lu'; paquet: Paquet; etag: string }
  | { etat: 'inchange' }
  | { etat: 'session-terminee' }
  | { etat: 'retiree' }
  | { etat: 'refuse'; motif: string }
  | { etat: 'panne' }

/** Asks the server for the pack of whoever is signed in, who may not be the one `known` was read for. */
export async function fetchPaquet(known: string | null): Promise<IssuePaquet> {
  const answer = await ask('/api/terrain/paquet', known === null ? {} : { 'if-none-match': known })
  if (answer === null) return { etat: 'panne' }
  switch (answer.status) {
    case 200:
      return readPaquet(answer)
    case 304:
      return { etat: 'inchange' }
    case 401:
      return { etat: 'session-terminee' }
    case 403:
      return { etat: 'refuse', motif: 'Ce compte ne note pas de maraude.' }
    case 410:
      return { etat: 'retiree' }
    default:
      return { etat: 'panne' }
  }
}

async function readPaquet(answer: Response): Promise<IssuePaquet> {
  try {
    const paquet: Paquet = await answer.json()
    return { etat: 'lu', paquet, etag: answer.headers.get('etag') ?? '' }
  } catch {
    return { etat: 'panne' }
  }
}

/** Asks where this account's requests stand and keeps the answer, so that it can still be read, with its age, without network. */
export async function fetchDemandes(db: TerrainDatabase): Promise<void> {
  const answer = await ask('/api/terrain/demandes', {})
  if (answer?.status !== 200) return
  try {
    const { demandes }: { demandes: DemandeSuivie[] } = await answer.json()
    await db.writeLecture('demandes', { demandes, luLe: deviceNow().toISOString() })
  } catch {
    // Half an answer: the last one stays, with its age.
  }
}

/** Null when nobody answered, or somebody else than our server. */
async function ask(address: string, headers: Record<string, string>): Promise<Response | null> {
  try {
    const response = await fetch(address, {
      headers,
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    })
    return response.headers.get('x-maillage') === '1' ? response : null
  } catch {
    return null
  }
}
