import { orderWipe, requireDevice } from '@/auth/device'
import { mintDevice, readAuthor } from '@/auth/device-author'
import { findViewer } from '@/auth/require-viewer'
import { isUnavailable } from '@/db/constraint'
import { type Envoi, readEnvoi } from '@/domain/sync/envoi'
import { CORPS_MAX_OCTETS, readEnveloppe } from '@/domain/sync/operation'
import type { Viewer } from '@/domain/comptes/viewer'
import { applyOperations } from '@/features/sync/apply-operations'
import { type Porteur, receiveSending } from '@/features/sync/receive-sending'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { readJson } from '@/lib/read-json'
import { openSealed, readSealingKey } from '@/lib/sealing-keys'

/**
 * Takes the acts of a tablet: `{ protocole: 2, appareilId, envoyeLe, maxSequence, enAttente, plusAncien, comptes, operations:
 * [{ id, sequence, enveloppe | operation }] }`, fifty acts at most, and answers a `ReponseSync`. An enrolled tablet needs no
 * session, and each act counts as its author's; any other sends under the session of who holds it. The first protocol
 * (`sequenceMax`, acts in clear) is still read. Every answer that is ours carries `x-maillage-sync`; without it the tablet keeps
 * its acts. 400 unreadable, 401 signed out, 403 no organisation, 410 revoked tablet, 413 too large, 415 not JSON, 503 base down.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    // A form of another site cannot send this type, so it cannot make a signed-in browser write.
    if (!request.headers.get('content-type')?.startsWith('application/json'))
      return fault(415, 'JSON attendu')
    const porteur = await findPorteur(request)
    if (porteur === 'REVOKED') return orderWipe()
    if (porteur === null) return fault(401, 'Session terminée : rien n’est perdu, reconnectez-vous')
    const json = await readJson(request, CORPS_MAX_OCTETS)
    if (!json.ok)
      return json.reason === 'TROP_GROS' ? fault(413, 'Envoi trop gros') : fault(400, 'Envoi illisible')
    const envoi = readEnvoi(json.value)
    return envoi === null ? await receiveFirst(porteur.viewer, json.value) : await receive(porteur, envoi)
  } catch (error) {
    logger.error({ err: error }, 'envoi non traité')
    return isUnavailable(error)
      ? fault(503, 'Le serveur ne peut pas répondre : tout est gardé sur la tablette')
      : fault(500, 'Le serveur a échoué : tout est gardé sur la tablette')
  }
}

type Bearer = Omit<Porteur, 'appareilId'> & { appareilId: string | null }

async function findPorteur(request: Request): Promise<Bearer | null | 'REVOKED'> {
  const device = await requireDevice(request)
  if (device === 'REVOKED') return device
  if (device !== null) {
    const authorOf = (compteId: string) => readAuthor(compteId, device)
    const enrole = { appareilId: device.id, nom: device.nom }
    return { viewer: mintDevice(device), appareilId: device.id, enrole, authorOf }
  }
  const viewer = await findViewer()
  return viewer === null ? null : { viewer, appareilId: null, enrole: null, authorOf: async () => viewer }
}

async function receive(bearer: Bearer, envoi: Envoi): Promise<Response> {
  const porteur = { ...bearer, appareilId: bearer.appareilId ?? envoi.appareilId }
  const cles = { open: openSealed, publique: await readSealingKey() }
  const result = await receiveSending(porteur, now(), envoi, cles)
  return result.ok ? answer(200, result.value) : withoutOrganisation()
}

async function receiveFirst(viewer: Viewer, json: unknown): Promise<Response> {
  const read = readEnveloppe(json)
  if (!read.ok) return answer(400, read.illisible)
  const result = await applyOperations(viewer, now(), read.enveloppe)
  return result.ok
    ? answer(200, { ...result.value, recusParAppareil: result.value.recus })
    : withoutOrganisation()
}

function withoutOrganisation(): Response {
  return fault(403, 'Ce compte n’appartient à aucune organisation')
}

function fault(status: number, erreur: string): Response {
  return answer(status, { erreur, operations: [] })
}

function answer(status: number, body: object): Response {
  const headers = { 'x-maillage': '1', 'x-maillage-sync': '2', 'cache-control': 'no-store' }
  return Response.json(body, { status, headers })
}
