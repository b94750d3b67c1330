import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import { fromDatabaseDate } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { ContenuOf } from '@/domain/maraudes/articles'
import type { CurseurMaraude } from '@/domain/maraudes/curseur'
import { type FiltresMaraudes, sansFiltre } from '@/domain/maraudes/filtres'
import type { ModeMaraude, StatutMaraude } from '@/domain/maraudes/listes'

/** Rounds on one page of the list. */
export const MARAUDES_PAR_PAGE = 50

/** One round of the list. Instants are ISO 8601 texts, `nuit` a civil date; figures count active stops only, material in units. */
export type MaraudeListee = {
  id: string
  nuit: string
  debut: string
  fin: string | null
  statut: StatutMaraude
  secteur: string | null
  mode: ModeMaraude
  equipe: number
  partenaires: string[]
  arrets: number
  personnes: number
  nouvelles: number
  donnes: number
  recuperes: number
  sansReponse: number
  enConflit: number
}

/** The rounds of the viewer's organisation that pass the filters, the latest first, one page; `suite` opens the next one. Null without the right. */
export async function listMaraudes(
  viewer: Viewer,
  after: CurseurMaraude | null,
  filtres: FiltresMaraudes = sansFiltre,
): Promise<{ maraudes: MaraudeListee[]; suite: CurseurMaraude | null } | null> {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'maraudes.read', { organisationId })) return null
  const rows = await readAs(viewer, (tx) => selectMaraudes(tx, organisationId, after, filtres))
  const maraudes = rows.slice(0, MARAUDES_PAR_PAGE).map(({ nuit, debut, fin, ...row }) => ({
    ...row,
    nuit: fromDatabaseDate(nuit),
    debut: debut.toISOString(),
    fin: fin?.toISOString() ?? null,
  }))
  const last = rows.length > MARAUDES_PAR_PAGE ? maraudes.at(-1) : undefined
  return { maraudes, suite: last === undefined ? null : { debut: last.debut, id: last.id } }
}

type LigneMaraude = Omit<MaraudeListee, 'nuit' | 'debut' | 'fin'> & {
  nuit: Date
  debut: Date
  fin: Date | null
}

function selectMaraudes(
  tx: Transaction,
  organisationId: string,
  after: CurseurMaraude | null,
  { secteur, statut, du, au }: FiltresMaraudes,
): Promise<LigneMaraude[]> {
  const [debut, id] = after === null ? [null, null] : [new Date(after.debut), after.id]
  return tx.$queryRaw<LigneMaraude[]>`
    SELECT m.id, m.nuit, m.debut, m.fin, m.statut::text, c.nom AS secteur, m.mode::text, m.equipe::int, m.partenaires,
      a.arrets, r.personnes, r.nouvelles, x.donnes, x.recuperes, b."sansReponse", k."enConflit"
    FROM (
      SELECT * FROM maraudes
      WHERE organisation_id = ${organisationId}::uuid
        AND (${secteur}::text IS NULL OR secteur_code = ${secteur})
        AND (${statut}::text IS NULL OR statut::text = ${statut})
        AND (${du}::date IS NULL OR nuit >= ${du}::date) AND (${au}::date IS NULL OR nuit <= ${au}::date)
        AND (${debut}::timestamptz IS NULL OR (debut, id) < (${debut}::timestamptz, ${id}::uuid))
      ORDER BY debut DESC, id DESC LIMIT ${MARAUDES_PAR_PAGE + 1}
    ) m
    LEFT JOIN communes c ON c.code = m.secteur_code
    CROSS JOIN LATERAL (SELECT count(*)::int AS arrets, array_agg(id) AS ids FROM arrets WHERE maraude_id = m.id AND statut = 'ACTIF') a
    CROSS JOIN LATERAL (SELECT count(*)::int AS "enConflit" FROM arrets x WHERE x.maraude_id = m.id AND x.statut = 'EN_CONFLIT'
      AND NOT EXISTS (SELECT FROM decisions d WHERE d.arret_id = x.id)) k
    CROSS JOIN LATERAL (SELECT coalesce(sum(connus + nouveaux), 0)::int AS personnes, coalesce(sum(nouveaux), 0)::int AS nouvelles
      FROM rencontres WHERE arret_id = ANY(a.ids)) r
    CROSS JOIN LATERAL (SELECT coalesce(sum(quantite) FILTER (WHERE sens = 'DONNE'), 0)::int AS donnes,
      coalesce(sum(quantite) FILTER (WHERE sens = 'RECUPERE'), 0)::int AS recuperes FROM materiels WHERE arret_id = ANY(a.ids)) x
    CROSS JOIN LATERAL (SELECT count(*)::int AS "sansReponse" FROM besoins
      WHERE arret_id = ANY(a.ids) AND reponse = 'SANS_REPONSE') b
    ORDER BY m.debut DESC, m.id DESC`
}

const detail = {
  secteur: { select: { nom: true } },
  auteur: { select: { fonction: true } },
  arrets: {
    orderBy: [{ arrivee: 'asc' }, { id: 'asc' }],
    include: {
      commune: { select: { nom: true } },
      structure: { select: { nom: true } },
      rencontres: { orderBy: [{ genre: 'asc' }, { trancheAge: 'asc' }] },
      materiels: {
        include: { article: { select: { libelle: true } } },
        orderBy: { article: { ordre: 'asc' } },
      },
      besoins: { orderBy: { kind: 'asc' } },
      incidents: { orderBy: { kind: 'asc' } },
      messages: { orderBy: { carte: 'asc' } },
    },
  },
} as const satisfies Prisma.MaraudeInclude

/** One round of the viewer's organisation with all its stops, corrected ones included; null when out of scope. */
export async function readMaraude(viewer: Viewer, id: string) {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'maraudes.read', { organisationId })) return null
  const maraude = await readAs(viewer, (tx) =>
    tx.maraude.findFirst({ where: { id, organisationId }, include: detail }),
  )
  return maraude === null ? null : { ...maraude, nuit: fromDatabaseDate(maraude.nuit) }
}

/** What `readMaraude` answers. */
export type MaraudeLue = NonNullable<Awaited<ReturnType<typeof readMaraude>>>

/** What each kit among these articles holds, as the catalogue of the base says; null when one of them is not in it. */
export async function readContenus(tx: Transaction, codes: ReadonlySet<string>): Promise<ContenuOf | null> {
  if (codes.size === 0) return () => undefined
  const catalogue = await tx.article.findMany({
    where: { code: { in: [...codes] } },
    select: { code: true, contenus: { select: { articleCode: true, quantite: true } } },
  })
  if (catalogue.length < codes.size) return null
  const contenus = new Map(
    catalogue
      .filter((article) => article.contenus.length > 0)
      .map(({ code, contenus: items }) => [
        code,
        Object.fromEntries(items.map(({ articleCode, quantite }) => [articleCode, quantite])),
      ]),
  )
  return (code) => contenus.get(code)
}
