import 'server-only'
import { readAs, type Transaction } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type PretEnCours, returnOf } from '@/domain/places/contingent'
import { nightServed } from '@/domain/places/sejour'

type PretRow = Omit<PretEnCours, 'rendLe'> & { retour: number | null; du: Date; au: Date | null }

/** A loan as screens list it: how much is used now, when the unused return tonight. */
export type PretVisible = PretEnCours & { retour: number | null; du: Date; au: Date | null }

/** The loans of a device for a stay from `debut` to `fin`, with what is used of each when the stay begins. */
export async function listPrets(
  tx: Transaction,
  dispositifId: string,
  { debut, fin, now }: { debut: Date; fin: Date | null; now: Date },
): Promise<PretVisible[]> {
  const rows = await tx.$queryRaw<PretRow[]>`
    SELECT c.id, c.organisation_id AS "organisationId", o.nom AS organisation, c.places, c.retour::int AS retour, c.du, c.au,
      (SELECT count(*) FROM occupations x CROSS JOIN (SELECT greatest(${debut}::timestamptz, c.du) AS le) entree
        WHERE x.contingent_id = c.id AND x.debut <= entree.le
          AND ((x.etat = 'EN_COURS' AND (x.fin IS NULL OR x.fin > entree.le OR x.fin <= ${now}))
            OR (x.etat = 'TENUE' AND x.expire_le > ${now} AND (x.fin IS NULL OR x.fin > entree.le))))::int AS utilisees
    FROM contingents c JOIN organisations o ON o.id = c.organisation_id
    WHERE c.dispositif_id = ${dispositifId}::uuid AND tstzrange(c.du, c.au) && tstzrange(${debut}, ${fin})
    ORDER BY o.nom, c.du`
  return rows.map((row) => ({ ...row, rendLe: returnOf(row.retour, nightServed(debut)) }))
}

/** The loans in force in a device right now; empty without the right to see places. */
export function listPretsDe(viewer: Viewer, dispositifId: string, now: Date): Promise<PretVisible[]> {
  if (!can(viewer, 'places.read')) return Promise.resolve([])
  const tonight = { debut: now, fin: new Date(now.getTime() + 1), now }
  return readAs(viewer, (tx) => listPrets(tx, dispositifId, tonight))
}
