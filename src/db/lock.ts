import 'server-only'
import type { Context } from './journal'

/**
 * Waits for its turn on these devices: whatever takes or gives a place of a device stands in line behind its row. Taken in the
 * order of their ids, so that two moves that cross never wait for each other.
 */
export async function lockDispositifs({ tx }: Context, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM dispositifs WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}
