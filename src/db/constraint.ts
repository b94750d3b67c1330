import 'server-only'
import { z } from 'zod'

const driverFault = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({ originalCode: z.string(), originalMessage: z.string() }),
    }),
  }),
})

/** PostgreSQL's error code and, when a rule of the base refused the row, the name of that rule. Never the row itself. */
export type PostgresFault = { code: string; constraint: string | null }

/** Reads the fault under a Prisma error, or null when the error is not PostgreSQL's. */
export function postgresFault(error: unknown): PostgresFault | null {
  const parsed = driverFault.safeParse(error)
  if (!parsed.success) return null
  const { originalCode, originalMessage } = parsed.data.meta.driverAdapterError.cause
  return { code: originalCode, constraint: /constraint "([^"]+)"/.exec(originalMessage)?.[1] ?? null }
}

/**
 * Translates the constraints a command expects into its refusals; any other error is thrown again as the bug it is.
 * The transaction is aborted by then: call it around `inTransaction`, not inside.
 */
export async function refuseOnConstraint<Value, Reason extends string>(
  reasons: Readonly<Record<string, Reason>>,
  write: () => Promise<Value>,
): Promise<Value | { ok: false; reason: Reason }> {
  try {
    return await write()
  } catch (error) {
    const constraint = postgresFault(error)?.constraint
    const reason = constraint ? reasons[constraint] : undefined
    if (reason === undefined) throw error
    return { ok: false, reason }
  }
}

// Connection lost, refused or exhausted; server shutting down; out of resources; statement cancelled.
const UNAVAILABLE = /^(08|53|57P|57014)/
const PRISMA_UNAVAILABLE = new Set(['P1000', 'P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'])
const SOCKET =
  /not queryable|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|Connection terminated|connection.*closed/i

const coded = z.object({ code: z.string() })

/** Whether the base could not answer: nothing is known to be wrong with what was asked, and asking again later may work. */
export function isUnavailable(error: unknown): boolean {
  const fault = postgresFault(error)
  if (fault !== null) return UNAVAILABLE.test(fault.code)
  const prisma = coded.safeParse(error)
  if (prisma.success && PRISMA_UNAVAILABLE.has(prisma.data.code)) return true
  return error instanceof Error && SOCKET.test(`${error.name} ${error.message}`)
}
