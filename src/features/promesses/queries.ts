import 'server-only'
import { readAs } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'

/** Whether a device keeps its places here; a device unknown, or a viewer without the right to see places, keeps none to show. */
export function keepsPlaces(viewer: Viewer, dispositifId: string): Promise<boolean> {
  if (!can(viewer, 'places.read')) return Promise.resolve(true)
  return readAs(viewer, async (tx) => (await tx.place.count({ where: { dispositifId } })) > 0)
}
