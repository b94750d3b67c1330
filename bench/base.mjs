// A throwaway PostgreSQL for a bench, migrated, gone when the run ends. The application's own code can be measured on it.
import process from 'node:process'
import { ensureClient } from '../scripts/steps/generate.mjs'
import { atEnd } from '../scripts/steps/lifecycle.mjs'
import { createDatabase, ownerRole } from '../scripts/steps/owner.mjs'
import { withClient, withParts } from '../scripts/steps/sql.mjs'
import { migratedTestServer, templateDatabase } from '../scripts/steps/test-database.mjs'

/**
 * One base of its own, copied from the migrated template: `owner` and `application` are pg pools, row-level security aside for
 * the first, under it for the second.
 */
export async function createBase(name) {
  const { default: pg } = await import('pg')
  await ensureClient()
  const { superuserUrl, ownerUrl, environment } = await migratedTestServer()
  await createDatabase(superuserUrl('postgres'), name, { owner: ownerRole, template: templateDatabase })
  await withClient(superuserUrl(name), (client) =>
    client.query(`GRANT SET ON PARAMETER session_replication_role TO ${ownerRole}`),
  )
  const applicationUrl = withParts(environment.TEST_DATABASE_APP_URL, { database: name })
  return {
    applicationUrl,
    authSecret: environment.AUTH_SECRET,
    owner: pool(pg, ownerUrl(name)),
    application: pool(pg, applicationUrl),
  }
}

function pool(pg, connectionString) {
  const opened = new pg.Pool({ connectionString, max: 4 })
  opened.on('error', () => {})
  atEnd(() => opened.end())
  return opened
}

/** The application reads its settings once: call this before the first `import` of a file of `src`, with one base per run. */
export function serveFrom({ applicationUrl, authSecret }) {
  Object.assign(process.env, {
    DATABASE_APP_URL: applicationUrl,
    DATABASE_DIRECT_URL: applicationUrl,
    AUTH_SECRET: authSecret,
    PUBLIC_URL: 'http://localhost:3000',
    LOG_LEVEL: 'silent',
  })
}

/** Every statement that `work` sends to PostgreSQL, as sent: `{ text, values, rowMode… }`, to be played again by hand. */
export async function recordStatements(work) {
  const { default: pg } = await import('pg')
  const { prototype } = pg.Client
  const send = Reflect.get(prototype, 'query')
  const sent = []
  prototype.query = function record(statement, values, ...rest) {
    const told = typeof statement === 'string' ? { text: statement } : statement
    sent.push({ ...told, values: told.values ?? values })
    return Reflect.apply(send, this, [statement, values, ...rest])
  }
  try {
    await work()
  } finally {
    prototype.query = send
  }
  return sent
}
