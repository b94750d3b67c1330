import 'server-only'
import type { Context } from './journal'

/**
 * Waits for its turn on these devices: whatever takes or gives a place of a device stands in line behind its row. Taken in the
 * order of their ids, so that two moves that cross never wait for each other.
 */
export async function lockDispositifs({ tx }: Context, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM dispositifs WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}

/**
 * Waits for its turn on one request, whatever is done to it. False when it is not (or, taken by another meanwhile, no longer) the
 * viewer's to see: row-level security is applied again to the row as it is once the lock is had.
 */
export async function lockOrientationRow({ tx }: Context, id: string): Promise<boolean> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT id FROM orientations WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return locked.length > 0
}
