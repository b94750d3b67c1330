import { databaseAnswers } from '@/db/health'
import { isClosing } from '@/lib/closing'

export const dynamic = 'force-dynamic'

/**
 * For whoever watches the service: the start script, a proxy, a probe. No sign-in, no figure.
 * @returns 200 `{ etat: 'prêt' }`, or 503 `{ etat: 'indisponible', cause }` while the base does not answer or we stop
 */
export async function GET(): Promise<Response> {
  if (isClosing()) return unavailable('Le serveur s’arrête.')
  if (!(await databaseAnswers())) return unavailable('La base de données ne répond pas.')
  return answer(200, { etat: 'prêt' })
}

function unavailable(cause: string) {
  return answer(503, { etat: 'indisponible', cause })
}

function answer(status: number, body: object) {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
