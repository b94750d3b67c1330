import 'server-only'
import { Client } from 'pg'
import { isSujetDirect, type SujetDirect } from '@/domain/commun/direct'
import { isClosing, onClosing } from '@/lib/closing'
import { env } from '@/lib/env'

/** A subject that changed, or RESYNC: signals may have been lost, read everything again. */
export type Change = SujetDirect | 'RESYNC'
type Listener = (change: Change) => void

const CHANNEL = 'maillage'
const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 10_000
const HEARTBEAT_MS = 30_000

type Hub = { listeners: Set<Listener>; connected: boolean; started: boolean; count: number }

declare global {
  var maillageChanges: Hub | undefined
}

/** One per node process, whatever the number of screens; kept across reloads of the code in development. */
const hub: Hub = (globalThis.maillageChanges ??= {
  listeners: new Set(),
  connected: false,
  started: false,
  count: 0,
})

/**
 * Follows the changes that PostgreSQL signals (`NOTIFY maillage`, from any node). Signals lost while the connection was down are
 * made good by one RESYNC at each connection.
 * @returns what to call to stop following
 */
export function followChanges(listener: Listener): () => void {
  hub.listeners.add(listener)
  start()
  return () => hub.listeners.delete(listener)
}

/** Changes heard by this node so far, or null while it hears nothing: then nobody can say that nothing changed. */
export function countChanges(): number | null {
  start()
  return hub.connected ? hub.count : null
}

function start(): void {
  if (hub.started || isClosing()) return
  hub.started = true
  void listen(FIRST_RETRY_MS)
}

async function listen(retryMs: number): Promise<void> {
  // LISTEN needs a session of its own: a pooler in transaction mode would lose it without a word.
  const client = new Client({
    connectionString: env.DATABASE_DIRECT_URL ?? env.DATABASE_APP_URL,
    application_name: 'maillage-direct',
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    query_timeout: 10_000,
  })
  const heartbeat = setInterval(() => void client.query('SELECT 1').catch(() => client.end()), HEARTBEAT_MS)
  heartbeat.unref()
  const forgetClosing = onClosing(() => void client.end())
  client.on('notification', ({ payload }) => isSujetDirect(payload) && tell(payload))
  client.on('error', () => {})
  client.once('end', () => {
    hub.connected = false
    clearInterval(heartbeat)
    forgetClosing()
  })
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    client.once('end', () => retry(FIRST_RETRY_MS))
    hub.connected = true
    tell('RESYNC')
  } catch {
    void client.end()
    retry(retryMs)
  }
}

function retry(afterMs: number): void {
  if (isClosing()) return
  setTimeout(() => void listen(Math.min(afterMs * 2, LAST_RETRY_MS)), afterMs).unref()
}

function tell(change: Change): void {
  hub.count += 1
  for (const listener of hub.listeners) listener(change)
}
