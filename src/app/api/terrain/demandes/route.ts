import { findViewer } from '@/auth/require-viewer'
import { listDemandes } from '@/features/terrain/queries'
import { now } from '@/lib/clock'

/** Where this account's recent requests for a place stand: `{ demandes, serveurLe }`. 401 signed out. */
export async function GET(): Promise<Response> {
  const headers = { 'x-maillage': '1', 'cache-control': 'no-store' }
  const viewer = await findViewer()
  if (viewer === null) return Response.json({ erreur: 'Session terminée' }, { status: 401, headers })
  const instant = now()
  const demandes = await listDemandes(viewer, instant)
  return Response.json({ demandes, serveurLe: instant.toISOString() }, { headers })
}
