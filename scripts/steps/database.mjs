import fs from 'node:fs'
import { ensureApplicationRole, refuseTooPowerful } from './application-role.mjs'
import { Stop, step, warn } from './console.mjs'
import { startEmbedded } from './embedded-database.mjs'
import { inProject } from './folders.mjs'
import { migrate } from './migrations-state.mjs'
import { seed } from './seed.mjs'
import { withClient } from './sql.mjs'

const advice = {
  embedded:
    'La base embarquée ne contient que des essais : supprimez le dossier .data pour la refaire, ou revenez à la version qui l’a faite.',
  real: 'Revenez à la version qui l’a faite, ou voyez docs/migrations.md.',
}

/**
 * Brings up the base that the settings name, at this version.
 * @returns `{ ownerUrl, applicationUrl, authSecret, accounts }`; `accounts` is what the demonstration tells, or null
 */
export function openDatabase(settings) {
  return settings.DATABASE_URL === undefined ? openEmbedded() : openReal(settings)
}

async function openEmbedded() {
  const { base, isNew, port, ownerUrl } = await startEmbedded()
  const authSecret = base.secrets.auth
  await step('Migrations', () => migrate(ownerUrl, { advice: advice.embedded }))
  const applicationUrl = await ensureApplicationRole(ownerUrl, authSecret)
  const opened = { ownerUrl, applicationUrl, authSecret }
  if (base.state?.accounts !== undefined) return { ...opened, accounts: base.state.accounts }
  if (!fs.existsSync(inProject('prisma', 'seed.ts'))) {
    if (isNew) base.complete({ port })
    return { ...opened, accounts: null }
  }
  const accounts = await seed(opened)
  base.complete({ port, accounts })
  return { ...opened, accounts }
}

async function openReal({ DATABASE_URL: ownerUrl, DATABASE_APP_URL: given, AUTH_SECRET: authSecret }) {
  await step('Base de DATABASE_URL', () => connect(ownerUrl))
  await step('Migrations', () => migrate(ownerUrl, { advice: advice.real }))
  const applicationUrl = given ?? (await ensureApplicationRole(ownerUrl, authSecret))
  if (given !== undefined) await refuseTooPowerful(given)
  return { ownerUrl, applicationUrl, authSecret, accounts: null }
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
