import { quoteIdentifier, withClient } from './sql.mjs'

export const ownerRole = 'maillage_proprietaire'

/**
 * The account that owns the tables of an embedded base. Not a superuser: migrations that pass here pass on a rented
 * server too, where the owner of a base may only create roles and bases.
 */
export async function createOwner(superuserUrl, password) {
  await withClient(superuserUrl, (client) =>
    client.query(
      `CREATE ROLE ${ownerRole} WITH LOGIN CREATEDB CREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
    ),
  )
}

export async function createDatabase(url, name, { owner, template } = {}) {
  const options = [owner && `OWNER ${owner}`, template && `TEMPLATE ${quoteIdentifier(template)}`].filter(
    Boolean,
  )
  await withClient(url, (client) =>
    client.query(`CREATE DATABASE ${quoteIdentifier(name)} ${options.join(' ')}`),
  )
}

export async function dropDatabase(url, name) {
  await withClient(url, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`),
  )
}
