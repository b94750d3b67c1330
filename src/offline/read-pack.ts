import type { Paquet } from '@/domain/sync/paquet'
import { TerrainDatabase } from './database'
import { deviceNow } from './device-clock'

/** What asking for the read pack gave. `panne`: no network, or not our server. */
export type IssuePaquet =
  | { etat: 'lu'; db: TerrainDatabase }
  | { etat: 'session-terminee' }
  | { etat: 'refuse'; motif: string }
  | { etat: 'panne' }

/**
 * Asks the server for the read pack and keeps it in the database of the account that is signed in, which may not be `known`:
 * then it is another database. Answers with the right one.
 */
export async function fetchPaquet(known: TerrainDatabase | null): Promise<IssuePaquet> {
  const kept = await known?.readCle('paquet')
  const { status, etag, paquet } = await askPaquet(kept?.etag)
  if (status === 304 && known) return { etat: 'lu', db: known }
  if (paquet === null) return refusalOf(status)
  const db = known?.compteId === paquet.compte.id ? known : new TerrainDatabase(paquet.compte.id)
  await db.cles.put({ cle: 'paquet', etag, paquet, luLe: deviceNow().toISOString() })
  return { etat: 'lu', db }
}

function refusalOf(status: number): IssuePaquet {
  if (status === 401) return { etat: 'session-terminee' }
  return status === 403 ? { etat: 'refuse', motif: 'Ce compte ne note pas de maraude.' } : { etat: 'panne' }
}

type Answer = { status: number; etag: string; paquet: Paquet | null }
const NO_ANSWER: Answer = { status: 0, etag: '', paquet: null }

async function askPaquet(known: string | undefined): Promise<Answer> {
  try {
    const response = await fetch('/api/terrain/paquet', {
      headers: known === undefined ? {} : { 'if-none-match': known },
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    })
    if (response.headers.get('x-maillage') !== '1') return NO_ANSWER
    const { status } = response
    return {
      status,
      etag: response.headers.get('etag') ?? '',
      paquet: status === 200 ? await response.json() : null,
    }
  } catch {
    return NO_ANSWER
  }
}
