import { createHash } from 'node:crypto'
import { orderWipe, requireDevice } from '@/auth/device'
import { findViewer } from '@/auth/require-viewer'
import { readPaquet } from '@/features/terrain/queries'
import { now } from '@/lib/clock'

/**
 * What the tablet takes along (`Paquet`), 304 while it is the same. 401 signed out, 403 when the account logs no round,
 * 410 revoked tablet: the order to erase what it keeps.
 */
export async function GET(request: Request): Promise<Response> {
  if ((await requireDevice(request)) === 'REVOKED') return orderWipe()
  const viewer = await findViewer()
  if (viewer === null) return refusal(401, 'Session terminée')
  const paquet = await readPaquet(viewer, now())
  if (paquet === null) return refusal(403, 'Ce compte ne note pas de maraude')
  const body = JSON.stringify(paquet)
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  const headers = { 'x-maillage': '1', etag, 'cache-control': 'private, no-cache' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } })
}

function refusal(status: number, erreur: string): Response {
  return Response.json({ erreur }, { status, headers: { 'x-maillage': '1', 'cache-control': 'no-store' } })
}
