import 'server-only'
import { readAs, type Transaction } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type PretEnCours, returnOf } from '@/domain/places/contingent'
import { nightServed } from '@/domain/places/sejour'

type PretRow = Omit<PretEnCours, 'rendLe'> & {
  dispositifId: string
  retour: number | null
  du: Date
  au: Date | null
}

/** A loan as screens list it: how much is used now, when the unused return tonight. */
export type PretVisible = PretRow & { rendLe: Date | null }

/** The loans of a device (null: of every one) for a stay from `debut` to `fin`, with what is used of each when the stay begins. */
export async function listPrets(
  tx: Transaction,
  dispositifId: string | null,
  { debut, fin, now }: { debut: Date; fin: Date | null; now: Date },
): Promise<PretVisible[]> {
  const rows = await tx.$queryRaw<PretRow[]>`
    SELECT c.id, c.dispositif_id AS "dispositifId", c.organisation_id AS "organisationId", o.nom AS organisation, c.places, c.retour::int AS retour, c.du, c.au,
      (SELECT count(*) FROM occupations x CROSS JOIN (SELECT greatest(${debut}::timestamptz, c.du) AS le) entree
        WHERE x.contingent_id = c.id AND x.debut <= entree.le
          AND ((x.etat = 'EN_COURS' AND (x.fin IS NULL OR x.fin > entree.le OR x.fin <= ${now}))
            OR (x.etat = 'TENUE' AND x.expire_le > ${now} AND (x.fin IS NULL OR x.fin > entree.le))))::int AS utilisees
    FROM contingents c JOIN organisations o ON o.id = c.organisation_id
    WHERE (${dispositifId}::uuid IS NULL OR c.dispositif_id = ${dispositifId}::uuid) AND tstzrange(c.du, c.au) && tstzrange(${debut}, ${fin})
    ORDER BY o.nom, c.du`
  return rows.map((row) => ({ ...row, rendLe: returnOf(row.retour, nightServed(debut)) }))
}

/**
 * The loans in force right now in a device (null: in every one); empty without the right to see places. What is used of a loan is counted
 * from rows: true for who lends and who borrows, zero for who sees neither.
 */
export function listPretsDe(viewer: Viewer, dispositifId: string | null, now: Date): Promise<PretVisible[]> {
  if (!can(viewer, 'places.read')) return Promise.resolve([])
  const tonight = { debut: now, fin: new Date(now.getTime() + 1), now }
  return readAs(viewer, (tx) => listPrets(tx, dispositifId, tonight))
}

/** To whom places of this device may be lent: every other organisation, by name; null when it is not the viewer's to decide. */
export function listPartenaires(
  viewer: Viewer,
  dispositif: { structureId: string; organisationId: string },
): Promise<{ id: string; nom: string }[] | null> {
  if (!can(viewer, 'places.configure', dispositif)) return Promise.resolve(null)
  return readAs(viewer, (tx) =>
    tx.organisation.findMany({
      where: { id: { not: dispositif.organisationId } },
      orderBy: { nom: 'asc' },
      select: { id: true, nom: true },
    }),
  )
}
