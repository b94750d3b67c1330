import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { ensureApplicationRole } from './application-role.mjs'
import { atEnd } from './lifecycle.mjs'
import { createDatabase, createOwner, ownerRole } from './owner.mjs'
import { postgresPlace } from './postgres-place.mjs'
import { createCluster, startPostgres, stopOrphan, throwaway } from './postgres.mjs'
import { birthOf, isAlive } from './processes.mjs'
import { applyMigrations } from './schema-engine.mjs'
import { withClient } from './sql.mjs'

/** Name of the migrated, empty base that each test base is copied from. */
export const templateDatabase = 'maillage_modele'

/**
 * A throwaway PostgreSQL of this run alone, with its own folder and port, so that several runs and `npm start` do not
 * meet: `{ server, ownerUrl(database), authSecret }`; gone when the script ends.
 */
export async function startTestServer() {
  const place = postgresPlace()
  await sweep(place.folder)
  const folder = path.join(place.folder, `essai-${process.pid}`)
  fs.mkdirSync(folder, { mode: 0o711 })
  fs.writeFileSync(
    path.join(folder, 'processus.json'),
    JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }),
  )
  const password = randomBytes(24).toString('base64url')
  const cluster = path.join(folder, 'postgres')
  await createCluster(place, cluster, password)
  const wishedPort = 55_000 + (process.pid % 5_000)
  atEnd(async () => fs.rmSync(folder, { recursive: true, force: true }))
  const server = await startPostgres(place, { folder: cluster, password, wishedPort, options: throwaway })
  atEnd(() => server.stop())
  await createOwner(server.superuserUrl('postgres'), password)
  await allowForcedDrop(server.superuserUrl('postgres'))
  return {
    server,
    ownerUrl: (database) => server.url(ownerRole, password, database),
    authSecret: randomBytes(33).toString('base64url'),
  }
}

/** The same, with the migrations applied in `templateDatabase` and the application's role ready: adds `environment`. */
export async function startMigratedTestServer() {
  const test = await startTestServer()
  await createDatabase(test.server.superuserUrl('postgres'), templateDatabase, { owner: ownerRole })
  await applyMigrations(test.ownerUrl(templateDatabase))
  const applicationUrl = await ensureApplicationRole(test.ownerUrl(templateDatabase), test.authSecret)
  return { ...test, environment: environment(test, applicationUrl) }
}

/** A test base is replaced while a former test's connections may linger. */
function allowForcedDrop(superuserUrl) {
  return withClient(superuserUrl, (client) => client.query(`GRANT pg_signal_backend TO ${ownerRole}`))
}

/** What `tests/db/support` expects. */
function environment(test, applicationUrl) {
  return {
    AUTH_SECRET: test.authSecret,
    TEST_DATABASE_URL: test.ownerUrl(templateDatabase),
    TEST_DATABASE_APP_URL: applicationUrl,
  }
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
