import 'server-only'
import { readAs } from '@/db/transaction'
import type { Viewer } from '@/domain/comptes/viewer'

/** Acts of this account that wait for a row which has arrived since, by what they wait for (another account's doing). */
export async function listArrived(viewer: Viewer): Promise<string[]> {
  const found = await readAs(
    viewer,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT o.attend_id AS id FROM operations o
      WHERE o.verdict = 'EN_ATTENTE' AND o.auteur_id = ${viewer.compteId}::uuid
        AND (EXISTS (SELECT FROM maraudes m WHERE m.id = o.attend_id AND m.organisation_id = o.organisation_id)
          OR EXISTS (SELECT FROM arrets a JOIN maraudes m ON m.id = a.maraude_id
            WHERE a.id = o.attend_id AND m.organisation_id = o.organisation_id))
      LIMIT 50`,
  )
  return found.map(({ id }) => id)
}

/** Of these accounts, those of the viewer's organisation that were closed: what a tablet keeps for them must go. */
export async function listClosed(viewer: Viewer, comptes: readonly string[]): Promise<string[]> {
  const { organisationId } = viewer
  if (organisationId === null || comptes.length === 0) return []
  const rows = await readAs(viewer, (tx) =>
    tx.compte.findMany({
      where: { id: { in: [...comptes] }, organisationId, actif: false },
      select: { id: true },
    }),
  )
  return rows.map(({ id }) => id)
}
