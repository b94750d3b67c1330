import path from 'node:path'
import { Stop, say, step } from './console.mjs'
import { projectFolder } from './folders.mjs'
import { createDatabase, ownerRole } from './owner.mjs'
import { applyMigrations, diffToSchema, writeMigration } from './schema-engine.mjs'
import { startTestServer } from './test-database.mjs'

const scratchDatabase = 'maillage_brouillon'

/** Runs `work` with the address of a throwaway base that holds the migrations of this code and nothing else. */
async function withScratch(work) {
  const test = await startTestServer()
  await createDatabase(test.server.superuserUrl('postgres'), scratchDatabase, { owner: ownerRole })
  const url = test.ownerUrl(scratchDatabase)
  const applied = await applyMigrations(url)
  say(`${applied.length} migration(s) appliquée(s) sur une base d’essai`)
  return work(url)
}

export async function createMigration(name) {
  if (!name) throw new Stop('Donnez un nom à la migration : npm run db:create -- places_adaptees')
  const sql = await step('Écart entre prisma/migrations et prisma/schema', () => withScratch(diffToSchema))
  if (sql === '') return say('Aucun écart : rien à écrire.')
  const folder = writeMigration(name, sql)
  say(`Écrite : ${path.relative(projectFolder, path.join(folder, 'migration.sql'))}`)
}

export async function checkDrift() {
  const sql = await step('Écart entre prisma/migrations et prisma/schema', () => withScratch(diffToSchema))
  if (sql !== '') throw new Stop(`Le schéma et les migrations diffèrent :\n${sql}`)
  say('Aucun écart')
}

export async function applyToBase() {
  throw new Stop('à venir')
}
