import path from 'node:path'
import process from 'node:process'
import { compareCatalogs, readCatalog } from './catalog.mjs'
import { Stop, say, step } from './console.mjs'
import { migrateDatabase, reachDatabase } from './database.mjs'
import { projectFolder } from './folders.mjs'
import { createDatabase, dropDatabase, ownerRole } from './owner.mjs'
import { applyMigrations, diffToSchema, writeMigration } from './schema-engine.mjs'
import { readSettings } from './settings.mjs'
import { withParts } from './sql.mjs'
import { testServer } from './test-database.mjs'

const scratchDatabase = `maillage_brouillon_${process.pid}`

/** The SQL by which prisma/schema is ahead of prisma/migrations, found on a throwaway server. */
async function schemaAhead() {
  const test = await testServer()
  await createDatabase(test.superuserUrl('postgres'), scratchDatabase, { owner: ownerRole })
  const url = test.ownerUrl(scratchDatabase)
  const applied = await applyMigrations(url)
  say(`${applied.length} migration(s) appliquée(s) sur une base d’essai`)
  return diffToSchema(url)
}

const title = 'Écart entre prisma/schema et prisma/migrations'

export async function createMigration(name) {
  if (!name) throw new Stop('Donnez un nom à la migration : npm run db:create -- places_adaptees')
  const sql = await step(title, schemaAhead)
  if (sql === '') return say('Aucun écart : rien à écrire.')
  const folder = writeMigration(name, sql)
  say(`Écrite, à relire : ${path.relative(projectFolder, path.join(folder, 'migration.sql'))}`)
}

/** Stops when the schema files and the migrations do not say the same. */
export async function checkSchema() {
  const sql = await step(title, schemaAhead)
  if (sql !== '') throw new Stop(`Le schéma et les migrations diffèrent :\n${sql}`)
  say('Aucun écart')
}

/** Compares the base in use with a scratch one made by the migrations on the same server, object by object. */
async function checkBase() {
  const { settings } = await readSettings()
  const base = await reachDatabase(settings, 'npm run db:check')
  const faults = await step('Écart entre la base et prisma/migrations', async () => {
    await createDatabase(base.ownerUrl, scratchDatabase)
    try {
      const scratchUrl = withParts(base.ownerUrl, { database: scratchDatabase })
      await applyMigrations(scratchUrl)
      return compareCatalogs(await readCatalog(scratchUrl), await readCatalog(base.ownerUrl))
    } finally {
      await dropDatabase(base.ownerUrl, scratchDatabase)
    }
  })
  if (faults.length > 0)
    throw new Stop(['La base n’est pas celle des migrations :', ...faults].join('\n  - '))
  say('Aucun écart')
}

export async function checkDrift() {
  await checkSchema()
  await checkBase()
}

export async function applyToBase() {
  const { settings } = await readSettings()
  await migrateDatabase(await reachDatabase(settings, 'npm run db:apply'))
}
