import 'server-only'
import type { Viewer } from '@/domain/comptes/viewer'
import { connectAs } from './rows'

/** A statement that writes bytes, and its values in order. */
export type BytesStatement = { text: string; values: readonly (string | number | Date | Uint8Array)[] }

/**
 * Runs one statement that carries bytes, as the viewer, in a transaction of its own; says how many rows it wrote. Prisma would
 * turn them into text and back, each copy larger than the bytes.
 */
export async function writeBytes(viewer: Viewer, { text, values }: BytesStatement): Promise<number> {
  return connectAs(viewer, 'READ WRITE', async (client) => {
    const { rowCount } = await client.query(text, [...values])
    return rowCount ?? 0
  })
}
