import { findViewer } from '@/auth/require-viewer'
import { readCarteCommunes, readContoursVersion } from '@/features/carte/queries'

/** Changes when the drawing of the schematic map does. */
const DRAWING = 1

/**
 * The 59 communes as GeoJSON, true contours or schematic cells (`schematique` counts these). Answers 304 to the ETag it gave,
 * 401 signed out, 404 without the right to the map.
 */
export async function GET(request: Request): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const version = await readContoursVersion(viewer)
  if (version === null) return new Response(null, { status: 404 })
  const headers = { etag: `"${DRAWING}-${version}"`, 'cache-control': 'private, no-cache' }
  if (request.headers.get('if-none-match')?.includes(headers.etag))
    return new Response(null, { status: 304, headers })
  return Response.json(await readCarteCommunes(viewer), {
    headers: { ...headers, 'content-type': 'application/geo+json' },
  })
}
