import { type Operation } from '@/domain/sync/operation'
import { type RefusSync, refusSyncSchema, type ReponseSync, reponseSyncSchema } from '@/domain/sync/verdict'

const TIMEOUT_MS = 20_000

/** A sending, as JSON. */
export type Envoi = {
  appareilId: string
  envoyeLe: string
  enAttente: number
  sequenceMax: number
  operations: (Omit<Operation, 'creeLe'> & { creeLe: string })[]
}

/** What came of a sending. `panne`: nothing is known to have been kept; whatever it was, the acts stay. */
export type IssueEnvoi =
  | { etat: 'repondu'; reponse: ReponseSync }
  | { etat: 'illisible'; refus: RefusSync }
  | { etat: 'trop-gros' }
  | { etat: 'session-terminee' }
  | { etat: 'refuse'; motif: string }
  | { etat: 'panne'; motif: string }

/**
 * Sends acts. Only an answer with our header, in JSON and whole, counts: a hotel's sign-in page, a proxy's error or half an
 * answer are all failures, and the acts stay.
 */
export async function sendOperations(envoi: Envoi): Promise<IssueEnvoi> {
  let response: Response
  let body: unknown
  try {
    response = await fetch('/api/sync', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(envoi),
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (response.headers.get('x-maillage') !== '1')
      return { etat: 'panne', motif: 'La réponse ne vient pas de Maillage' }
    body = await response.json()
  } catch {
    return { etat: 'panne', motif: 'Pas de réseau pour l’instant' }
  }
  return readAnswer(response.status, body)
}

function readAnswer(status: number, body: unknown): IssueEnvoi {
  if (status === 200) {
    const reponse = reponseSyncSchema.safeParse(body)
    return reponse.success
      ? { etat: 'repondu', reponse: reponse.data }
      : { etat: 'panne', motif: 'Réponse incomplète du serveur' }
  }
  const refus = refusSyncSchema.safeParse(body)
  if (!refus.success) return { etat: 'panne', motif: 'Réponse incomplète du serveur' }
  if (status === 400) return { etat: 'illisible', refus: refus.data }
  if (status === 401) return { etat: 'session-terminee' }
  if (status === 403) return { etat: 'refuse', motif: refus.data.erreur }
  if (status === 413) return { etat: 'trop-gros' }
  return { etat: 'panne', motif: refus.data.erreur }
}
