import 'server-only'
import { readAs } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { CurseurCas } from '@/domain/quarantaine/curseur'
import type { IssueQuarantaine, MotifEcart, NatureCas } from '@/domain/quarantaine/decision'

/** Cases on one page of the list. */
export const CAS_PAR_PAGE = 50
/** An act that waits for another this long waits for somebody: hours. */
const ATTENTE_HEURES = 24

/** One case of the list, from the most recent. `maraudeId` when the act names a round; `enAttente`: of something never received. */
export type CasListe = {
  nature: NatureCas
  id: string
  kind: string
  recueLe: Date
  creeLe: Date
  auteur: string | null
  appareil: string | null
  motif: string | null
  maraudeId: string | null
}

/** What waits for a decision in the viewer's organisation, 50 at a time. Null without the right. */
export async function listQuarantaine(
  viewer: Viewer,
  now: Date,
  after: CurseurCas | null,
): Promise<{ cas: CasListe[]; suite: CurseurCas | null } | null> {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'quarantaine.decide', { organisationId })) return null
  const [le, id] = after === null ? [null, null] : [new Date(after.recueLe), after.id]
  const since = new Date(now.getTime() - ATTENTE_HEURES * 3_600_000)
  const rows = await readAs(
    viewer,
    (tx) => tx.$queryRaw<CasListe[]>`
    WITH cas AS (
      SELECT 'acte' AS nature, o.id, o.kind, o.recue_le, o.cree_le, o.auteur_id, o.appareil_id, o.motif,
        CASE WHEN o.kind = 'maraude.ouvrir' THEN o.id::text ELSE o.corps->>'maraudeId' END AS maraude_id
      FROM operations o
      WHERE o.organisation_id = ${organisationId}::uuid AND o.verdict <> 'APPLIQUE'
        AND (o.verdict = 'QUARANTAINE' OR o.recue_le < ${since})
        AND NOT EXISTS (SELECT FROM decisions d WHERE d.operation_id = o.id)
      UNION ALL
      SELECT 'conflit', c.id, o.kind, c.recue_le, o.cree_le, o.auteur_id, o.appareil_id, NULL, c.corps->>'maraudeId'
      FROM operation_conflits c JOIN operations o ON o.id = c.operation_id
      WHERE o.organisation_id = ${organisationId}::uuid
        AND NOT EXISTS (SELECT FROM decisions d WHERE d.conflit_id = c.id)
      UNION ALL
      SELECT 'correction', a.id, 'arret.corriger', coalesce(o.recue_le, m.recue_le), a.arrivee,
        coalesce(o.auteur_id, m.auteur_id), coalesce(o.appareil_id, m.appareil_id), NULL, a.maraude_id::text
      FROM arrets a JOIN maraudes m ON m.id = a.maraude_id LEFT JOIN operations o ON o.id = a.id
      WHERE a.statut = 'EN_CONFLIT' AND m.organisation_id = ${organisationId}::uuid
        AND NOT EXISTS (SELECT FROM decisions d WHERE d.arret_id = a.id)
    )
    SELECT c.nature, c.id, c.kind, c.recue_le AS "recueLe", c.cree_le AS "creeLe", k.fonction AS auteur,
      t.libelle AS appareil, c.motif, c.maraude_id AS "maraudeId"
    FROM cas c LEFT JOIN comptes k ON k.id = c.auteur_id LEFT JOIN appareils t ON t.id = c.appareil_id
    WHERE ${le}::timestamptz IS NULL OR (c.recue_le, c.id) < (${le}::timestamptz, ${id}::uuid)
    ORDER BY c.recue_le DESC, c.id DESC LIMIT ${CAS_PAR_PAGE + 1}`,
  )
  const cas = rows.slice(0, CAS_PAR_PAGE)
  const last = rows.length > CAS_PAR_PAGE ? cas.at(-1) : undefined
  return { cas, suite: last === undefined ? null : { recueLe: last.recueLe.toISOString(), id: last.id } }
}

/** One decision of the list: `id` is its case's. */
export type DecisionListee = {
  nature: NatureCas
  id: string
  kind: string
  issue: IssueQuarantaine
  motif: MotifEcart | null
  le: Date
  par: string
}

/** The last hundred decisions of the viewer's organisation, the latest first. Null without the right. */
export async function listDecisions(viewer: Viewer): Promise<DecisionListee[] | null> {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'quarantaine.decide', { organisationId })) return null
  return readAs(
    viewer,
    (tx) => tx.$queryRaw<DecisionListee[]>`
      SELECT CASE WHEN d.operation_id IS NOT NULL THEN 'acte' WHEN d.conflit_id IS NOT NULL THEN 'conflit' ELSE 'correction' END AS nature,
        coalesce(d.operation_id, d.conflit_id, d.arret_id) AS id, coalesce(o.kind, 'arret.corriger') AS kind,
        d.issue::text, d.motif::text, d.le, k.fonction AS par
      FROM decisions d JOIN comptes k ON k.id = d.par_id
      LEFT JOIN operation_conflits c ON c.id = d.conflit_id
      LEFT JOIN operations o ON o.id = coalesce(d.operation_id, c.operation_id)
      WHERE d.organisation_id = ${organisationId}::uuid
      ORDER BY d.le DESC, d.id DESC LIMIT 100`,
  )
}
