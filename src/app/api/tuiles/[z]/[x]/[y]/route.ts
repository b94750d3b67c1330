import { findViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { readTuile } from '@/domain/territoire/tuiles'
import { tiles } from '@/lib/tiles'

const notFound = () => new Response(null, { status: 404 })

/**
 * One square of the background map, fetched by our own server so that no tablet tells a third party where it is. 401 signed out;
 * 404 outside the two departments or when there is no background; 204 when the tile server does not answer (an image that is
 * merely absent, and no error in the console).
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/tuiles/[z]/[x]/[y]'>,
): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const { z, x, y } = await params
  const tuile = readTuile(z, x, y)
  if (tiles === null || tuile === null || !can(viewer, 'carte.read')) return notFound()
  const image = await tiles.read(tuile)
  if (image === null) return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  return new Response(image.body, {
    headers: { 'content-type': image.type, 'cache-control': 'private, max-age=86400' },
  })
}
