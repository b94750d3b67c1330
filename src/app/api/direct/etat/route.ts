import { findViewer } from '@/auth/require-viewer'
import { countChanges } from '@/db/changes'
import { now } from '@/lib/clock'

export const dynamic = 'force-dynamic'

const EPOCH = `${process.pid}-${now().getTime().toString(36)}`

/**
 * For screens whose stream is cut: 304 when this node has heard no change since the `ETag` it gave, else 200. While the node hears
 * nothing it never says 304. 401 when signed out.
 */
export async function GET(request: Request): Promise<Response> {
  if ((await findViewer()) === null) return new Response(null, { status: 401 })
  const count = countChanges()
  const etag = count === null ? null : `"${EPOCH}-${count}"`
  const headers = { 'Cache-Control': 'private, no-cache', ...(etag === null ? {} : { ETag: etag }) }
  if (etag !== null && request.headers.get('If-None-Match') === etag)
    return new Response(null, { status: 304, headers })
  return Response.json({ direct: etag !== null }, { headers })
}
