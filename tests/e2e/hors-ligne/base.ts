import pg from 'pg'
import { readDatabase } from './serveur'

/** Asks the demonstration base, as its owner. */
export async function ask<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: readDatabase().ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** The last round this account opened. */
export async function lastRound(courriel: string): Promise<string> {
  const rows = await ask<{ id: string }>(
    `SELECT m.id FROM maraudes m JOIN comptes c ON c.id = m.auteur_id WHERE c.courriel = $1 ORDER BY m.id DESC LIMIT 1`,
    [courriel],
  )
  return rows[0]?.id ?? ''
}
