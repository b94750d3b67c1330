import { findViewer } from '@/auth/require-viewer'
import { readPassages } from '@/features/carte/queries'
import { now } from '@/lib/clock'

/**
 * Where rounds went these last weeks, as GeoJSON hexagons; never a path, an hour or a name. Answers 401 signed out, 404 without
 * the right to the planning.
 */
export async function GET(): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const carte = await readPassages(viewer, now())
  if (carte === null) return new Response(null, { status: 404 })
  return Response.json(carte, {
    headers: { 'cache-control': 'private, no-store', 'content-type': 'application/geo+json' },
  })
}
