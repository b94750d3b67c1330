import { findViewer } from '@/auth/require-viewer'
import { readIdentity } from '@/features/comptes/queries'

/**
 * Who is signed in: `{ compteId, fonction, organisation: { id, nom } | null, roles, rights: { [action]: reach },
 * demonstration }`. 401 when nobody is.
 */
export async function GET(): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return Response.json({ reason: 'NON_CONNECTE' }, { status: 401, headers: neverKept })
  return Response.json(await readIdentity(viewer), { headers: neverKept })
}

const neverKept = { 'Cache-Control': 'no-store' }
