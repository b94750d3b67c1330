import { readAuthor } from '@/auth/device-author'
import { findViewer } from '@/auth/require-viewer'
import { isUnavailable } from '@/db/constraint'
import { bilanOf, type BilanSecours } from '@/domain/appareils/secours'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { OPERATIONS_MAX } from '@/domain/sync/operation'
import { readSecours } from '@/domain/sync/secours'
import type { ReponseActe } from '@/domain/sync/verdict'
import { type Porteur, receiveSending } from '@/features/sync/receive-sending'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { readJson } from '@/lib/read-json'
import { openSealed, readSealingKey } from '@/lib/sealing-keys'

/** A tablet full of a month of rounds. */
const OCTETS_MAX = 50_000_000

/**
 * Takes the rescue file of a tablet that cannot send any more, brought by whoever manages the tablets: the same acts, the same
 * verdicts, as if they had come by themselves; brought twice, they count once. Body: the file, as JSON. Answers `{ recus,
 * dejaRecus, quarantaine, illisibles, restants, total }`. 400 not such a file, 401 signed out, 403 without the right, 413 too large.
 */
export async function POST(request: Request): Promise<Response> {
  const viewer = await findViewer()
  const organisationId = viewer?.organisationId ?? null
  if (viewer === null) return fault(401, 'Session terminée')
  if (organisationId === null || !can(viewer, 'appareils.manage', { organisationId }))
    return fault(403, 'Seule la coordination importe un fichier de secours')
  const secours = await readFile(request)
  if (typeof secours === 'number') return fault(secours, sentences[secours])
  try {
    return Response.json(await bring(viewer, organisationId, secours), { headers: ours })
  } catch (error) {
    logger.error({ err: error }, 'fichier de secours non importé en entier')
    return fault(isUnavailable(error) ? 503 : 500, 'L’import s’est arrêté : recommencez, rien n’est doublé')
  }
}

const sentences = {
  400: 'Ce n’est pas un fichier de secours de Maillage',
  413: 'Fichier trop gros',
  415: 'JSON attendu',
}

/** The file, or the status that says why not. */
async function readFile(request: Request): Promise<Secours | keyof typeof sentences> {
  // A form of another site cannot send this type, so it cannot make a signed-in browser write.
  if (!request.headers.get('content-type')?.startsWith('application/json')) return 415
  const json = await readJson(request, OCTETS_MAX)
  if (!json.ok) return json.reason === 'TROP_GROS' ? 413 : 400
  return readSecours(json.value) ?? 400
}

type Secours = NonNullable<ReturnType<typeof readSecours>>
async function bring(viewer: Viewer, organisationId: string, secours: Secours): Promise<BilanSecours> {
  const { appareilId, operations } = secours
  const device = { id: appareilId, organisationId, nom: 'Fichier de secours' }
  const authorOf = (compteId: string) => readAuthor(compteId, device)
  const porteur: Porteur = { viewer, appareilId, enrole: null, authorOf }
  const cles = { open: openSealed, publique: await readSealingKey() }
  const verdicts: ReponseActe[] = []
  for (let start = 0; start < operations.length; start += OPERATIONS_MAX) {
    const part = operations.slice(start, start + OPERATIONS_MAX)
    const envoi = { ...secours, enAttente: operations.length - start, operations: part }
    const result = await receiveSending(porteur, now(), envoi, cles)
    if (!result.ok) break
    const sent = new Set(part.map(({ id }) => id))
    verdicts.push(...result.value.verdicts.filter(({ id }) => sent.has(id)))
  }
  return bilanOf(operations.length, verdicts)
}

const ours = { 'x-maillage': '1', 'cache-control': 'no-store' }

function fault(status: number, erreur: string): Response {
  return Response.json({ erreur }, { status, headers: ours })
}
