import 'server-only'
import { readAs, type Transaction } from '@/db/transaction'
import type { FaitsAppareil } from '@/domain/appareils/etat'
import type { MotifRevocation } from '@/domain/appareils/revocation'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'

/** A tablet as the desk sees it. `trous`: ranges of act numbers that have not come, the last ten. */
export type AppareilListe = FaitsAppareil & {
  id: string
  libelle: string | null
  revocation: MotifRevocation | null
  effacementLe: Date | null
  trous: [from: number, to: number][]
}

type Ligne = Omit<AppareilListe, 'trous'>

/** The tablets of the viewer's organisation, those in use first, the latest seen first. Null without the right. */
export async function listAppareils(viewer: Viewer): Promise<AppareilListe[] | null> {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'appareils.manage', { organisationId })) return null
  return readAs(viewer, async (tx) => {
    const lignes = await tx.$queryRaw<Ligne[]>`
      SELECT a.id, a.libelle, a.enrole_le AS "enroleLe", a.expire_le AS "expireLe", a.revoque_le AS "revoqueLe",
        a.revocation::text, a.effacement_le AS "effacementLe", a.dernier_contact_le AS "dernierContactLe",
        a.plus_ancien_le AS "plusAncienLe", a.en_attente AS "enAttente", a.sequence_max AS "sequenceMax", a.decalage,
        (SELECT count(DISTINCT o.sequence)::int FROM operations o
          WHERE o.appareil_id = a.id AND o.organisation_id = a.organisation_id) AS recus
      FROM appareils a WHERE a.organisation_id = ${organisationId}::uuid
      ORDER BY a.revoque_le IS NOT NULL, a.dernier_contact_le DESC, a.id`
    const trous = await selectTrous(tx, organisationId)
    return lignes.map((ligne) => ({ ...ligne, trous: trous.get(ligne.id) ?? [] }))
  })
}

/** The holes below the last number each tablet says it made, those it still holds included. */
async function selectTrous(
  tx: Transaction,
  organisationId: string,
): Promise<Map<string, [from: number, to: number][]>> {
  const found = await tx.$queryRaw<{ id: string; trous: [number, number][] }[]>`
    WITH bornes AS (
      SELECT a.id, o.sequence FROM appareils a JOIN operations o ON o.appareil_id = a.id AND o.organisation_id = a.organisation_id
        WHERE a.organisation_id = ${organisationId}::uuid
      UNION SELECT a.id, 0 FROM appareils a WHERE a.organisation_id = ${organisationId}::uuid
      UNION SELECT a.id, greatest(a.sequence_max, 0) + 1 FROM appareils a
        WHERE a.organisation_id = ${organisationId}::uuid AND a.sequence_max > 0
    ), sauts AS (
      SELECT id, sequence + 1 AS du, lead(sequence) OVER (PARTITION BY id ORDER BY sequence) - 1 AS au FROM bornes
    ), rangs AS (
      SELECT id, du, au, row_number() OVER (PARTITION BY id ORDER BY du DESC) AS rang FROM sauts WHERE au >= du
    )
    SELECT id, json_agg(json_build_array(du, au) ORDER BY du) AS trous FROM rangs WHERE rang <= 10 GROUP BY id`
  return new Map(found.map(({ id, trous }) => [id, trous]))
}
