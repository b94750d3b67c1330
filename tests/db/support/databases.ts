import { Client } from 'pg'

/** `npm run test:db` starts PostgreSQL, migrates the template and gives the addresses. */
function given(name: 'TEST_DATABASE_URL' | 'TEST_DATABASE_APP_URL' | 'TEST_OWNER_URL') {
  const value = process.env[name]
  if (value === undefined) {
    throw new Error('Ces tests demandent une base : npm run test:db -- tests/db/le-fichier.test.ts')
  }
  return value
}

function withDatabase(url: string, database: string) {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function onServer(sql: readonly string[]) {
  const client = new Client({ connectionString: withDatabase(given('TEST_DATABASE_URL'), 'postgres') })
  await client.connect()
  try {
    for (const command of sql) await client.query(command)
  } finally {
    await client.end()
  }
}

/** A fresh base, equal to the migrated template, replacing any of that name. */
export async function cloneTemplate(database: string) {
  const template = new URL(given('TEST_DATABASE_URL')).pathname.slice(1)
  await onServer([
    `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`,
    `CREATE DATABASE "${database}" TEMPLATE "${template}" STRATEGY FILE_COPY`,
  ])
  return {
    applicationUrl: withDatabase(given('TEST_DATABASE_APP_URL'), database),
    ownerUrl: withDatabase(given('TEST_DATABASE_URL'), database),
  }
}

/** A connection as the owner of the tables, for what the application's account may not do. The caller ends it. */
export async function connectAsOwner() {
  const client = new Client({ connectionString: given('TEST_OWNER_URL') })
  await client.connect()
  return client
}
