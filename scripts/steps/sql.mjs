import { createHash } from 'node:crypto'

/** Opens one connection for the length of `work`. */
export async function withClient(url, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, application_name: 'maillage-scripts' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Holds a lock of the base for the length of `work`: several machines may start on one base at once. */
export function withBaseLock(url, name, work) {
  const key = createHash('sha256').update(name).digest().readInt32BE()
  return withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [key])
    return work(client)
  })
}

export function quoteIdentifier(name) {
  return `"${name.replaceAll('"', '""')}"`
}

/** The same address, with another database, account or password. */
export function withParts(url, { database, user, password }) {
  const changed = new URL(url)
  if (database !== undefined) changed.pathname = `/${encodeURIComponent(database)}`
  if (user !== undefined) changed.username = encodeURIComponent(user)
  if (password !== undefined) changed.password = encodeURIComponent(password)
  return changed.href
}
