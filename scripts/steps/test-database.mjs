import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { ensureApplicationRole } from './application-role.mjs'
import { ensureJobsSchema } from './jobs-schema.mjs'
import { atEnd } from './lifecycle.mjs'
import { createDatabase, createOwner, ownerRole } from './owner.mjs'
import { postgresPlace } from './postgres-place.mjs'
import { createCluster, startPostgres, stopOrphan, throwaway } from './postgres.mjs'
import { birthOf, isAlive } from './processes.mjs'
import { applyMigrations } from './schema-engine.mjs'
import { withClient } from './sql.mjs'

/** Name of the migrated, empty base that each test base is copied from. */
export const templateDatabase = 'maillage_modele'

let server = null
let migrated = null

/**
 * A throwaway PostgreSQL of this run alone, started at the first call and gone when the script ends, with its own folder
 * and port, so that several runs and `npm start` do not meet: `{ superuserUrl(database), ownerUrl(database) }`.
 */
export function testServer() {
  server ??= startTestServer()
  return server
}

async function startTestServer() {
  const place = postgresPlace()
  await sweep(place.folder)
  const folder = path.join(place.folder, `essai-${process.pid}`)
  fs.mkdirSync(folder, { mode: 0o711 })
  atEnd(async () => fs.rmSync(folder, { recursive: true, force: true }))
  fs.writeFileSync(
    path.join(folder, 'processus.json'),
    JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }),
  )
  const password = randomBytes(24).toString('base64url')
  const cluster = path.join(folder, 'postgres')
  await createCluster(place, cluster, password)
  const wishedPort = 55_000 + (process.pid % 5_000)
  const postgres = await startPostgres(place, { folder: cluster, password, wishedPort, options: throwaway })
  atEnd(() => postgres.stop())
  await createOwner(postgres.superuserUrl('postgres'), password)
  await allowForcedDrop(postgres.superuserUrl('postgres'))
  return {
    superuserUrl: postgres.superuserUrl,
    ownerUrl: (database) => postgres.url(ownerRole, password, database),
  }
}

/** The same, with the migrations applied in `templateDatabase` and the application's role ready: adds `environment`. */
export function migratedTestServer() {
  migrated ??= migrateTestServer()
  return migrated
}

async function migrateTestServer() {
  const test = await testServer()
  const ownerUrl = test.ownerUrl(templateDatabase)
  await createDatabase(test.superuserUrl('postgres'), templateDatabase, { owner: ownerRole })
  await applyMigrations(ownerUrl)
  await ensureJobsSchema(ownerUrl)
  const AUTH_SECRET = randomBytes(33).toString('base64url')
  const TEST_DATABASE_APP_URL = await ensureApplicationRole(ownerUrl, AUTH_SECRET)
  // What `tests/db/support` and `demonstration.mjs` expect.
  return { ...test, environment: { AUTH_SECRET, TEST_DATABASE_URL: ownerUrl, TEST_DATABASE_APP_URL } }
}

/** A test base is replaced while a former test's connections may linger. */
function allowForcedDrop(superuserUrl) {
  return withClient(superuserUrl, (client) => client.query(`GRANT pg_signal_backend TO ${ownerRole}`))
}

/** Removes what killed runs left: their PostgreSQL, then their folder. */
async function sweep(parent) {
  for (const name of fs.readdirSync(parent).filter((entry) => /^essai-\d+$/.test(entry))) {
    const folder = path.join(parent, name)
    const record = path.join(folder, 'processus.json')
    if (fs.existsSync(record) && isAlive(JSON.parse(fs.readFileSync(record, 'utf8')))) continue
    await stopOrphan(path.join(folder, 'postgres'))
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
