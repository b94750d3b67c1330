import 'server-only'
import { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import type { FiltresRegistre } from '@/domain/besoins/sans-reponse'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { CauseSansReponse, KindBesoin } from '@/domain/maraudes/listes'
import type { RegleRecherche } from '@/domain/places/recherche'
import type { Departement } from '@/domain/territoire/territoire'

/** One cause: needs (lines) and persons they were for, by department. */
export type CompteCause = {
  cause: CauseSansReponse
  besoins: number
  personnes: number
  paris: number
  seine: number
  /** of which, persons whose need was of a place for women only */
  femmes: number
}

/** One line of the register. `duBureau`: written at a desk, and its author's organisation may take it back for a day. */
export type LigneRegistre = {
  id: string
  kind: KindBesoin
  departement: Departement
  cause: CauseSansReponse
  regle: RegleRecherche | null
  personnes: number
  femmesSeulement: boolean
  le: Date
  duBureau: boolean
}

export type Registre = { causes: CompteCause[]; lignes: LigneRegistre[]; total: number }

const SHOWN = 100
const DAY_MS = 86_400_000

/**
 * Needs without answer of the viewer's organisation over the period, by cause then one by one, the latest first: those written at a
 * desk, and those of the stops of its rounds that still count. Null without the right. At most 100 lines; `total` counts all.
 */
export async function readRegistre(
  viewer: Viewer,
  filtres: FiltresRegistre,
  now: Date,
): Promise<Registre | null> {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'besoins.read', { organisationId })) return null
  const lignes = linesOf(organisationId, filtres, new Date(now.getTime() - Number(filtres.jours) * DAY_MS))
  return readAs(viewer, async (tx) => {
    const causes = await readCauses(tx, lignes)
    const total = causes.reduce((sum, { besoins }) => sum + besoins, 0)
    return { causes, total, lignes: await readLignes(tx, lignes) }
  })
}

function linesOf(
  organisationId: string,
  { departement, cause, kind }: FiltresRegistre,
  since: Date,
): Prisma.Sql {
  return Prisma.sql`(
    SELECT * FROM (
      SELECT r.id, r.kind::text, r.departement::text, r.cause::text, r.regle::text, r.personnes::int,
        r.femmes_seulement AS "femmesSeulement", r.le, true AS "duBureau"
      FROM besoins_sans_reponse r WHERE r.organisation_id = ${organisationId}::uuid AND r.le >= ${since}
      UNION ALL
      SELECT b.id, b.kind::text, left(a.commune_code, 2), b.cause, NULL, b.personnes::int, false, date_trunc('hour', a.arrivee), false
      FROM besoins b JOIN arrets a ON a.id = b.arret_id JOIN maraudes m ON m.id = a.maraude_id
      WHERE m.organisation_id = ${organisationId}::uuid AND b.reponse = 'SANS_REPONSE' AND a.statut = 'ACTIF' AND a.arrivee >= ${since}
    ) tous
    WHERE (${departement ?? null}::text IS NULL OR departement = ${departement ?? null})
      AND (${cause ?? null}::text IS NULL OR cause = ${cause ?? null})
      AND (${kind ?? null}::text IS NULL OR kind = ${kind ?? null})
  )`
}

function readCauses(tx: Transaction, lignes: Prisma.Sql): Promise<CompteCause[]> {
  return tx.$queryRaw<CompteCause[]>`
    SELECT cause, count(*)::int AS besoins, sum(personnes)::int AS personnes,
      coalesce(sum(personnes) FILTER (WHERE departement = '75'), 0)::int AS paris,
      coalesce(sum(personnes) FILTER (WHERE departement = '93'), 0)::int AS seine,
      coalesce(sum(personnes) FILTER (WHERE "femmesSeulement"), 0)::int AS femmes
    FROM ${lignes} l GROUP BY cause ORDER BY besoins DESC, cause`
}

function readLignes(tx: Transaction, lignes: Prisma.Sql): Promise<LigneRegistre[]> {
  return tx.$queryRaw<LigneRegistre[]>`SELECT * FROM ${lignes} l ORDER BY le DESC, id DESC LIMIT ${SHOWN}`
}
