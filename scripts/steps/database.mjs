import process from 'node:process'
import { ensureApplicationRole, refuseTooPowerful } from './application-role.mjs'
import { Stop, step, warn } from './console.mjs'
import { embeddedBase, startEmbedded } from './embedded-database.mjs'
import { ensureJobsSchema } from './jobs-schema.mjs'
import { readHolder, takeLock } from './lock.mjs'
import { migrate } from './migrations-state.mjs'
import { seed } from './seed.mjs'
import { withClient } from './sql.mjs'

const advice = {
  embedded:
    'La base embarquée ne contient que des essais : supprimez le dossier .data pour la refaire, ou revenez à la version qui l’a faite.',
  real: 'Revenez à la version qui l’a faite, ou voyez docs/migrations.md.',
}

/**
 * Makes the base that the settings name answer: a server of theirs, or the embedded one, started unless it runs already.
 * @returns `{ ownerUrl, authSecret, given, advice, base }`; `base` is the embedded one, null for a server of theirs
 */
export async function reachDatabase(settings, purpose) {
  if (settings.DATABASE_URL !== undefined) {
    await step('Base de DATABASE_URL', () => connect(settings.DATABASE_URL))
    const { DATABASE_URL: ownerUrl, DATABASE_APP_URL: given, AUTH_SECRET: authSecret } = settings
    return { ownerUrl, given, authSecret, advice: advice.real, base: null }
  }
  const base = readHolder()?.pid === process.pid ? embeddedBase() : runningOrOurs(purpose)
  const ownerUrl = base.running ? base.ownerUrl() : await startEmbedded(base)
  return { ownerUrl, authSecret: base.secrets.auth, advice: advice.embedded, base }
}

/** `npm start` may be serving from this folder: its base is then up, and ours to use but not to stop. */
function runningOrOurs(purpose) {
  const holder = readHolder()
  if (holder === null) takeLock(purpose)
  const base = embeddedBase()
  if (holder !== null && base.state === null)
    throw new Stop('La base embarquée est en train d’être faite : attendez.')
  return Object.assign(base, { running: holder !== null })
}

/** Brings a base that answers to this version; returns the address of the application's own account. */
export async function migrateDatabase({ ownerUrl, given, authSecret, advice: words }) {
  await step('Migrations', () => migrate(ownerUrl, { advice: words }))
  await ensureJobsSchema(ownerUrl)
  if (given === undefined) return ensureApplicationRole(ownerUrl, authSecret)
  await refuseTooPowerful(given)
  return given
}

/**
 * The whole: answers, up to date and, for an embedded one just made, filled with the demonstration.
 * @returns `{ ownerUrl, applicationUrl, authSecret, accounts }`; `accounts` is what the demonstration tells, or null
 */
export async function openDatabase(settings, purpose) {
  const { base, ...reached } = await reachDatabase(settings, purpose)
  const { ownerUrl, authSecret } = reached
  const opened = { ownerUrl, authSecret, applicationUrl: await migrateDatabase(reached) }
  if (base === null) return { ...opened, accounts: null }
  if (base.state === null) base.complete({ accounts: await seed(opened) })
  return { ...opened, accounts: base.state.accounts }
}

async function connect(url) {
  try {
    await withClient(url, async (client) => {
      const { rows } = await client.query(`SELECT current_setting('server_version_num')::int AS version`)
      if (rows[0].version < 150_000) warn('PostgreSQL plus ancien que 15 : non essayé.')
    })
  } catch (error) {
    throw new Stop(`La base de DATABASE_URL ne répond pas : ${error.message || error.code}`)
  }
}
