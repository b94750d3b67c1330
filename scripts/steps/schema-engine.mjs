import fs from 'node:fs'
import path from 'node:path'
import { Stop } from './console.mjs'
import { inProject } from './folders.mjs'

const schemaFolder = inProject('prisma', 'schema')
const migrationsFolder = inProject('prisma', 'migrations')

/** The schema, one file per noun, in the form that Prisma's engine reads. */
export function schemaFiles() {
  const names = fs.readdirSync(schemaFolder).filter((name) => name.endsWith('.prisma'))
  return names.toSorted().map((name) => {
    const file = path.join(schemaFolder, name)
    return { path: file, content: fs.readFileSync(file, 'utf8') }
  })
}

/** The names of the migrations of this code, in the order in which they apply. */
export function migrationNames() {
  return fs
    .readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
}

export function readMigration(name) {
  return fs.readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8')
}

function migrationsList() {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readMigration(name) } },
    })),
  }
}

/**
 * Prisma's own schema engine, from npm (WebAssembly) rather than from its download host, driven through a connection
 * of ours. The published entry expects a bundler: its inner module is loaded by hand.
 */
async function loadEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const entry = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = fs.readFileSync(new URL('./schema_engine_bg.wasm', entry))
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), { './schema_engine_bg.js': engine })
  engine['__wbg_set_wasm'](instance.exports)
  instance.exports['__wbindgen_start']()
  return engine.SchemaEngine
}

let engineClass

/** Types, by their number in PostgreSQL: the one-letter type of the catalog, unknown to Prisma's adapter, and text. */
const internalChar = 18
const text = 25

/**
 * A connection for the engine, with two repairs to Prisma's adapter. It cuts a script at every semicolon, those of
 * comments and function bodies included: sent whole, as `prisma migrate deploy` does, PostgreSQL reads it itself and
 * applies all of it or nothing. And it does not know the type of the catalog's letters, which the engine reads as text
 * but for one column, which it wants as a letter.
 */
async function connectionFactory(url) {
  const { default: pg } = await import('pg')
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = await import('@prisma/driver-adapter-utils')
  class CatalogPool extends pg.Pool {
    async query(...parameters) {
      const result = await super.query(...parameters)
      for (const field of result.fields ?? []) if (field.dataTypeID === internalChar) field.dataTypeID = text
      return result
    }
  }
  const pool = new CatalogPool({
    connectionString: url,
    application_name: 'maillage-migrations',
    allowExitOnIdle: true,
  })
  class WholeScripts extends PrismaPg {
    async connect() {
      const adapter = await super.connect()
      const queryRaw = adapter.queryRaw.bind(adapter)
      adapter.queryRaw = async (query) => {
        const result = await queryRaw(query)
        const column = result.columnNames.indexOf('constraint_type')
        if (column !== -1) result.columnTypes[column] = ColumnTypeEnum.Character
        return result
      }
      adapter.executeScript = async (script) => {
        await pool.query(script).catch((error) => adapter.onError(error))
      }
      return adapter
    }
  }
  return { factory: bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool)), end: () => pool.end() }
}

async function withEngine(url, work) {
  engineClass ??= await loadEngine()
  const { factory, end } = await connectionFactory(url)
  const datamodels = schemaFiles().map(({ path: file, content }) => [file, content])
  try {
    const engine = await engineClass.new({ datamodels }, () => {}, factory)
    return await work(engine)
  } catch (error) {
    throw new Stop(`Moteur de schéma de Prisma : ${readable(error)}`)
  } finally {
    await end()
  }
}

let panic = ''
// The engine writes here why it stopped dead, then throws an empty fault.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) }

/** The engine throws its faults with a trace of its own insides, which tells a reader nothing. */
function readable(error) {
  const [message] = (panic || (error?.message ?? String(error))).split('\n   0: ')
  return message.slice(0, 2_000)
}

const filters = { externalTables: [], externalEnums: [] }

/** Applies what is missing, in order; returns the names applied. */
export async function applyMigrations(url) {
  const { appliedMigrationNames } = await withEngine(url, (engine) =>
    engine.applyMigrations({ migrationsList: migrationsList(), filters }),
  )
  return appliedMigrationNames
}

/** « -- This is an empty migration. » is how the engine says that nothing differs. */
function withoutComments(sql) {
  return sql.replace(/^--.*$/gm, '').trim()
}

/** The SQL that leads from the base at `url` (with its migrations applied) to the schema files; empty when they agree. */
export async function diffToSchema(url) {
  const { stdout } = await withEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files: schemaFiles(), configDir: schemaFolder },
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters,
    }),
  )
  return withoutComments(stdout ?? '') === '' ? '' : stdout.trim()
}

/** Writes a new migration and returns its folder. */
export function writeMigration(name, sql) {
  const slug = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-zA-Z0-9]+/g, '_')
    .toLowerCase()
  const last = Number(migrationNames().at(-1)?.split('_')[0] ?? 0)
  const folder = path.join(migrationsFolder, `${String(last + 1).padStart(4, '0')}_${slug}`)
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'migration.sql'), `${sql}\n`)
  return folder
}
