import { readSession } from '@/auth/session'
import { findViewer } from '@/auth/require-viewer'
import { followChanges } from '@/db/changes'
import type { SujetDirect } from '@/domain/commun/direct'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { now } from '@/lib/clock'
import { isClosing } from '@/lib/closing'
import { comeBackLater, streamEvents } from '@/lib/event-stream'

export const dynamic = 'force-dynamic'

const rights = {
  places: 'places.read',
  orientations: 'orientations.read',
  exports: 'rapports.export',
} as const satisfies Record<SujetDirect, string>

/** Server-sent events `places`, `orientations`, `exports` and `resync`, without any content. 401 when signed out. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  if (isClosing()) return comeBackLater()
  return streamEvents({
    follow: (send) =>
      followChanges((change) => {
        if (change === 'RESYNC') send('resync')
        else if (can(viewer, rights[change])) send(change)
      }),
    isAllowed: async () => sameRights(viewer, await readSession(viewer.sessionId, now())),
    resync: 'resync',
    signal: request.signal,
  })
}

/** A session revoked, or whose rights changed, ends the stream: the screen comes back with what it may see now. */
function sameRights(before: Viewer, after: Viewer | null): boolean {
  return after !== null && JSON.stringify(after.attributions) === JSON.stringify(before.attributions)
}
