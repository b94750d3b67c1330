import type { Pli } from '@/domain/sync/pli'
import { readRefus, readReponse, type RefusSync, type ReponseSync } from '@/domain/sync/reponse'

const TIMEOUT_MS = 20_000

/** A sending, as JSON. */
export type Envoi = {
  protocole: 2
  appareilId: string
  envoyeLe: string
  enAttente: number
  plusAncien: string | null
  maxSequence: number
  comptes: string[]
  operations: { id: string; sequence: number; enveloppe: Pli }[]
}

/** What came of a sending. `panne`: nothing is known to have been kept; whatever it was, the acts stay. */
export type IssueEnvoi =
  | { etat: 'repondu'; reponse: ReponseSync }
  | { etat: 'illisible'; refus: RefusSync }
  | { etat: 'trop-gros' }
  | { etat: 'session-terminee' }
  | { etat: 'retiree' }
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
    if (!isOurs(response)) return { etat: 'panne', motif: 'La réponse ne vient pas de Maillage' }
    body = await response.json()
  } catch {
    return { etat: 'panne', motif: 'Pas de réseau pour l’instant' }
  }
  return readAnswer(response.status, body)
}

function isOurs({ headers }: Response): boolean {
  const isJson = headers.get('content-type')?.startsWith('application/json') ?? false
  return isJson && (headers.has('x-maillage-sync') || headers.get('x-maillage') === '1')
}

function readAnswer(status: number, body: unknown): IssueEnvoi {
  if (status === 200) {
    const reponse = readReponse(body)
    return reponse === null
      ? { etat: 'panne', motif: 'Réponse incomplète du serveur' }
      : { etat: 'repondu', reponse }
  }
  const refus = readRefus(body)
  if (refus === null) return { etat: 'panne', motif: 'Réponse incomplète du serveur' }
  if (status === 400) return { etat: 'illisible', refus }
  if (status === 401) return { etat: 'session-terminee' }
  if (status === 403) return { etat: 'refuse', motif: refus.erreur }
  if (status === 410) return { etat: 'retiree' }
  if (status === 413) return { etat: 'trop-gros' }
  return { etat: 'panne', motif: refus.erreur }
}
