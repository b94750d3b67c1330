import 'server-only'
import pLimit from 'p-limit'
import type { Viewer } from '@/domain/comptes/viewer'
import { prisma } from './client'
import { postgresFault } from './constraint'
import { Prisma } from './generated/client'

/** What queries and commands receive: a connection inside a transaction that carries the viewer. */
export type Transaction = Prisma.TransactionClient

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const ATTEMPTS = 4

/** Row-level security reads these settings; they are local to the transaction, so a pooled connection never leaks a viewer. */
async function carryViewer(tx: Transaction, viewer: Viewer): Promise<void> {
  await tx.$queryRaw`SELECT
    set_config('maillage.compte', ${viewer.compteId}, true),
    set_config('maillage.organisation', ${viewer.organisationId ?? ''}, true),
    set_config('maillage.roles', ${viewer.attributions.map(({ role }) => role).join(',')}, true),
    set_config('maillage.orientation', ${viewer.orientationId ?? ''}, true)`
}

/** Reads as the viewer: row-level security hides what a forgotten `where` would show. `timeout` in milliseconds. */
export function readAs<Value>(
  viewer: Viewer,
  read: (tx: Transaction) => Promise<Value>,
  { timeout = 5_000 }: { timeout?: number } = {},
): Promise<Value> {
  return prisma.$transaction(
    async (tx) => {
      await carryViewer(tx, viewer)
      return read(tx)
    },
    { timeout },
  )
}

/** A read on two connections holds one while it waits for the other: enough of them at once would wait for each other for ever. */
const paired = pLimit(6)

/**
 * Reads as the viewer over two connections that see the same instant, so that a long count does not wait for another.
 * `timeout` in milliseconds.
 */
export function readSideBySide<Value>(
  viewer: Viewer,
  read: (connections: readonly [Transaction, Transaction]) => Promise<Value>,
  { timeout }: { timeout: number },
): Promise<Value> {
  const options = { timeout, maxWait: timeout, isolationLevel: 'RepeatableRead' } as const
  const beside = (first: Transaction, instant: string) =>
    prisma.$transaction(async (second) => {
      await second.$executeRaw(Prisma.raw(`SET TRANSACTION SNAPSHOT '${instant}'`))
      await carryViewer(second, viewer)
      return read([first, second])
    }, options)
  return paired(() =>
    prisma.$transaction(async (first) => {
      await carryViewer(first, viewer)
      const [exported] = await first.$queryRaw<[{ instant: string }]>`SELECT pg_export_snapshot() AS instant`
      return beside(first, exported.instant)
    }, options),
  )
}

/**
 * Runs one command as the actor. A deadlock or a serialization failure is retried on a fresh transaction, so the
 * command must touch nothing but `tx`. Anything else is thrown, and nothing is kept.
 */
export async function inTransaction<Value>(
  actor: Viewer,
  write: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await prisma.$transaction(
        async (tx) => {
          await carryViewer(tx, actor)
          return write(tx)
        },
        // Two hundred people who want the last place at once wait for each other; nobody is sent away for having waited.
        { maxWait: 30_000, timeout: 30_000 },
      )
    } catch (error) {
      const code = postgresFault(error)?.code
      if (attempt === ATTEMPTS || (code !== SERIALIZATION_FAILURE && code !== DEADLOCK)) throw error
    }
  }
}

/** Before anybody is known (sign-in, sessions): no viewer is carried, so every protected row stays hidden. */
export function withoutViewer<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return prisma.$transaction(work)
}
