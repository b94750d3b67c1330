import 'server-only'
import { readAs, type Transaction } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'

/** Whether a device keeps its places here: one then holds one; otherwise one promises a day. */
export async function hasPlaces(tx: Transaction, dispositifId: string): Promise<boolean> {
  return (await tx.place.findFirst({ where: { dispositifId }, select: { id: true } })) !== null
}

/** The same for a screen. Without the right to see places one is promised nothing here: true. */
export function keepsPlaces(viewer: Viewer, dispositifId: string): Promise<boolean> {
  if (!can(viewer, 'places.read')) return Promise.resolve(true)
  return readAs(viewer, (tx) => hasPlaces(tx, dispositifId))
}
