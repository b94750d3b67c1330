import type { PoolClient } from 'pg'
import type { Ligne } from '@/domain/rapports/axes'
import { isCountedByNode, type NomFonction } from '@/domain/rapports/fait'
import { addAlong, type Compte, type CompteAtome } from '@/domain/rapports/lecture'
import type { Nuits } from './mesures'

/** What the base counts along an axis, for the viewer that this client carries. */
export async function readComptes(
  client: PoolClient,
  fonction: NomFonction,
  { du, au }: Nuits,
  axe: readonly Ligne[],
): Promise<readonly Compte[]> {
  if (isCountedByNode(fonction)) {
    const pairs = axe.flatMap(({ cle, atomes }) => atomes.map((atome) => ({ atome, cle })))
    const { rows } = await client.query<Compte>(`SELECT * FROM rapport_${fonction}($1, $2, $3, $4)`, [
      du,
      au,
      pairs.map(({ atome }) => atome),
      pairs.map(({ cle }) => cle),
    ])
    return rows
  }
  const { rows } = await client.query<CompteAtome>(`SELECT * FROM rapport_${fonction}($1, $2)`, [du, au])
  return addAlong(axe, rows, fonction === 'heures' ? { diviseur: 3_600_000 } : {})
}
