import { createHash } from 'node:crypto'
import { Stop, say } from './console.mjs'
import { applyMigrations, migrationNames, readMigration } from './schema-engine.mjs'
import { withBaseLock } from './sql.mjs'

/**
 * Compares what a base has received (rows of Prisma's own table) with the migrations of this code.
 * @returns `{ missing, faults }`: names still to apply, and French sentences that forbid to go on
 */
export function compareMigrations(rows, files) {
  const live = rows.filter((row) => row.rolled_back_at === null)
  const known = new Map(files.map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')]))
  const faults = live.flatMap((row) => {
    if (row.finished_at === null) return [`${row.migration_name} : commencée, jamais finie`]
    if (!known.has(row.migration_name)) return [`${row.migration_name} : inconnue de cette version`]
    const same = known.get(row.migration_name) === row.checksum
    return same ? [] : [`${row.migration_name} : modifiée depuis qu’elle a été appliquée`]
  })
  const applied = new Set(live.map((row) => row.migration_name))
  return { missing: files.map(({ name }) => name).filter((name) => !applied.has(name)), faults }
}

/** Rows of Prisma's own table; a base that has tables but not that one was made by something else. */
async function rowsOf(client) {
  const { rows: tables } = await client.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)
  if (tables.length === 0) return []
  if (!tables.some(({ tablename }) => tablename === '_prisma_migrations')) {
    throw new Stop(
      `Cette base contient déjà ${tables.length} table(s) que Maillage n’a pas faites : donnez-en une vide.`,
    )
  }
  const { rows } = await client.query(
    'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at',
  )
  return rows
}

/** Brings the base to this version, one machine at a time; refuses one that is ahead of it, or stuck half-way. */
export function migrate(url, { advice }) {
  return withBaseLock(url, 'maillage-migrations', async (client) => {
    const files = migrationNames().map((name) => ({ name, sql: readMigration(name) }))
    const { missing, faults } = compareMigrations(await rowsOf(client), files)
    if (faults.length > 0) {
      const title = 'Cette base n’est pas celle de cette version de Maillage :'
      throw new Stop(`${[title, ...faults].join('\n  - ')}\n${advice}`)
    }
    if (missing.length === 0) return say('Base à jour')
    const applied = await applyMigrations(url)
    say(`Migrations appliquées : ${applied.join(', ')}`)
  })
}
