import { findViewer } from '@/auth/require-viewer'
import { isUnavailable } from '@/db/constraint'
import { CORPS_MAX_OCTETS, readEnveloppe } from '@/domain/sync/operation'
import type { RefusSync, ReponseSync } from '@/domain/sync/verdict'
import { applyOperations } from '@/features/sync/apply-operations'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { readJson } from '@/lib/read-json'

/**
 * Takes the acts of a tablet: `{ appareilId, envoyeLe, enAttente, sequenceMax, operations }`, fifty acts at most, and answers
 * `{ recu, verdicts, serveurLe, recusParAppareil }`. Every answer that is ours carries `x-maillage: 1`; without it the tablet
 * keeps its acts. 400 unreadable, 401 signed out, 403 no organisation, 413 too large, 415 not JSON, 503 base down.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    // A form of another site cannot send this type, so it cannot make a signed-in browser write.
    if (!request.headers.get('content-type')?.startsWith('application/json'))
      return fault(415, 'JSON attendu')
    const viewer = await findViewer()
    if (viewer === null) return fault(401, 'Session terminée : rien n’est perdu, reconnectez-vous')
    const json = await readJson(request, CORPS_MAX_OCTETS)
    if (!json.ok)
      return json.reason === 'TROP_GROS' ? fault(413, 'Envoi trop gros') : fault(400, 'Envoi illisible')
    const read = readEnveloppe(json.value)
    if (!read.ok) return answer(400, read.illisible)
    const result = await applyOperations(viewer, now(), read.enveloppe)
    return result.ok ? answer(200, result.value) : fault(403, 'Ce compte n’appartient à aucune organisation')
  } catch (error) {
    logger.error({ err: error }, 'envoi non traité')
    return isUnavailable(error)
      ? fault(503, 'Le serveur ne peut pas répondre : tout est gardé sur la tablette')
      : fault(500, 'Le serveur a échoué : tout est gardé sur la tablette')
  }
}

function fault(status: number, erreur: string): Response {
  return answer(status, { erreur, operations: [] })
}

function answer(status: number, body: ReponseSync | RefusSync): Response {
  return Response.json(body, { status, headers: { 'x-maillage': '1', 'cache-control': 'no-store' } })
}
