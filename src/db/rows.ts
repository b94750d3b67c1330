import 'server-only'
import { escapeLiteral, Pool, type PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Viewer } from '@/domain/comptes/viewer'
import { env } from '@/lib/env'

declare global {
  var maillageRows: Pool | undefined
}

/** Few, long works: a file is read by one connection and kept by the other. Apart from the pool of screens, which they must not starve. */
const pool = (globalThis.maillageRows ??= new Pool({
  connectionString: env.DATABASE_APP_URL,
  application_name: 'maillage-exports',
  max: 2,
  idleTimeoutMillis: 10_000,
}))
// A connection that breaks while idle is replaced; while in use, its reader is told.
pool.on('error', () => {})

/** Few enough that a batch is gone before the collector keeps it: with a thousand, half a million rows leave 150 MB behind them. */
const FETCHED = 200

/** One read of many rows, as the viewer and at one instant: row-level security applies as in every other reading. */
export function readRows<Value>(viewer: Viewer, read: (rows: RowReader) => Promise<Value>): Promise<Value> {
  return connectAs(viewer, 'READ ONLY', (client) => read(readerOn(client)))
}

/** One transaction on a connection of this pool, which carries the viewer: `readRows` and `writeBytes` go through it. */
export async function connectAs<Value>(
  viewer: Viewer,
  access: 'READ ONLY' | 'READ WRITE',
  work: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(access === 'READ ONLY' ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN')
    await client.query(
      `SELECT set_config('maillage.compte', $1, true), set_config('maillage.organisation', $2, true),
        set_config('maillage.roles', $3, true)`,
      [viewer.compteId, viewer.organisationId ?? '', viewer.attributions.map(({ role }) => role).join(',')],
    )
    const value = await work(client)
    await client.query('COMMIT')
    return value
  } catch (error) {
    // Left in the middle of its work, a connection is of no further use: PostgreSQL ends the transaction with it.
    broken = error instanceof Error ? error : new Error('travail interrompu')
    throw error
  } finally {
    client.release(broken)
  }
}

/** A value written into the text of a query, safely: `COPY` takes no parameter. */
export function literal(value: string): string {
  return escapeLiteral(value)
}

/** How rows are read: counted, as the bytes that PostgreSQL itself writes, or a few hundred at a time. */
export type RowReader = {
  count: (query: string) => Promise<number>
  copy: (query: string) => AsyncIterable<Buffer>
  rows: (query: string) => AsyncIterable<readonly unknown[]>
}

function readerOn(client: PoolClient): RowReader {
  return {
    async count(query) {
      const { rows } = await client.query<{ nombre: string }>(
        `SELECT count(*) AS nombre FROM (${query}) AS lignes`,
      )
      return Number(rows[0]?.nombre)
    },
    copy: (query) =>
      client.query(copyTo(`COPY (${query}) TO STDOUT WITH (FORMAT csv, HEADER, DELIMITER ';')`)),
    rows: (query) => fetchRows(client, query),
  }
}

async function* fetchRows(client: PoolClient, query: string): AsyncGenerator<readonly unknown[]> {
  await client.query(`DECLARE lignes NO SCROLL CURSOR FOR ${query}`)
  while (true) {
    const { rows } = await client.query<unknown[]>({ text: `FETCH ${FETCHED} FROM lignes`, rowMode: 'array' })
    yield* rows
    if (rows.length < FETCHED) break
  }
  await client.query('CLOSE lignes')
}
