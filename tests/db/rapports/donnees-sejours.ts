import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { insertRow } from '../socle/monde'
import type { Donnees } from './types'

/** The stays, the exits that were noted, and the nights when a place is closed; that of Paris holds two. */
export async function insertStays(owner: Pool, { monde, sejours, fermetures }: Donnees) {
  await owner.query('UPDATE places SET couchages = 2 WHERE id = $1', [monde.paris.place])
  await insertMany(
    owner,
    'occupations',
    sejours.map(({ row }) => row),
  )
  await insertMany(
    owner,
    'sorties',
    sejours
      .filter(({ destination }) => destination !== null)
      .map(({ row, fin, destination, acquis }) => ({
        id: uuidv7(),
        occupation_id: row.id,
        destination,
        motif: 'FIN_PREVUE',
        acquis,
        le: fin.toISOString(),
      })),
  )
  for (const { side, sur, du, au } of fermetures) {
    await insertRow(owner, 'fermetures', {
      id: uuidv7(),
      ...(sur === 'place' ? { place_id: side.place } : { dispositif_id: side.dispositif }),
      cause: 'TRAVAUX',
      du: du.toISOString(),
      au: au.toISOString(),
    })
  }
}

/** Many rows at once; columns are those of the first. */
export async function insertMany(
  owner: Pool,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
) {
  const names = Object.keys(rows[0] ?? {}).join(', ')
  await owner.query(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}
