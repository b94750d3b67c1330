import 'server-only'
import { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import { can, reach, structuresWithin } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type EtapePresente, etapePresente } from '@/domain/parcours/etape'
import type { CurseurSejour, FiltreSejours } from '@/domain/parcours/sejours'
import { regleSejourSchema, sansRegle } from '@/domain/places/sejour'

/** A stay that one shelters, against its rule, with the request for more time that waits. */
export type SejourHeberge = {
  id: string
  libelle: string
  dispositif: string
  dispositifSlug: string
  code: string | null
  /** who keeps the follow-up */
  suivi: string | null
  etape: EtapePresente
  demande: { id: string; jours: number; motif: string; demandeeLe: Date } | null
}

/** Stays of one device: all of them, and those that ask for something today. */
export type CompteSejours = { slug: string; nom: string; tous: number; aFaire: number }

/**
 * `suite` opens the next page; `comptes` counts every stay, whatever the filter, device by device; `total`: those of the device asked,
 * or of all of them.
 */
export type PageSejours = {
  sejours: SejourHeberge[]
  suite: CurseurSejour | null
  comptes: CompteSejours[]
  total: Pick<CompteSejours, 'tous' | 'aFaire'>
}

const nobody: PageSejours = { sejours: [], suite: null, comptes: [], total: { tous: 0, aFaire: 0 } }

/**
 * Stays of some length in the viewer's structures, `limite` of them after `apres`, the most urgent first: a request that waits, an
 * end, a review. A device that the viewer does not answer for shows nothing.
 */
export function listSejoursHeberges(
  viewer: Viewer,
  { etat, dispositif, apres }: FiltreSejours,
  limite: number,
  now: Date,
): Promise<PageSejours> {
  const where = shelteredBy(viewer)
  if (where === null) return Promise.resolve(nobody)
  return readAs(viewer, async (tx) => {
    const dispositifs = await tx.dispositif.findMany({
      where,
      orderBy: [{ structure: { nom: 'asc' } }, { nom: 'asc' }],
      select: { id: true, slug: true, nom: true },
    })
    const rows = await readPresents(tx, {
      dispositifs: dispositifs.map(({ id }) => id),
      asked: within(dispositif, dispositifs).map(({ id }) => id),
      aFaire: etat === 'a-faire',
      apres,
      limite: limite + 1,
      now,
    })
    const keys = rows.filter((row) => row.id !== null)
    const shown = keys.slice(0, limite)
    const comptes = dispositifs.flatMap(({ id, slug, nom }) => {
      const row = rows.find(({ dispositifId }) => dispositifId === id)
      return row === undefined ? [] : [{ slug, nom, tous: row.tous, aFaire: row.aFaire }]
    })
    return {
      sejours: await readSejours(tx, shown, now),
      suite: keys.length > limite ? curseurOf(shown.at(-1)) : null,
      comptes,
      total: sumComptes(within(dispositif, comptes)),
    }
  })
}

function within<Of extends { slug: string }>(dispositif: string | undefined, rows: readonly Of[]): Of[] {
  return rows.filter(({ slug }) => dispositif === undefined || slug === dispositif)
}

function sumComptes(comptes: readonly CompteSejours[]): PageSejours['total'] {
  return comptes.reduce(
    (sum, { tous, aFaire }) => ({ tous: sum.tous + tous, aFaire: sum.aFaire + aFaire }),
    nobody.total,
  )
}

function shelteredBy(viewer: Viewer): Prisma.DispositifWhereInput | null {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'prolongations.answer')) return null
  const structures = structuresWithin(viewer, 'prolongations.answer')
  const wide = reach(viewer, 'prolongations.answer') === 'ORGANISATION' || structures === 'TOUTES'
  return {
    organisationId,
    kind: { in: ['CONTINU', 'HOTEL', 'PAVILLON', 'HEBERGEMENT', 'LITS_MEDICALISES'] },
    ...(wide ? {} : { structureId: { in: [...structures] } }),
  }
}

type Key = {
  id: string
  fin: Date | null
  debut: Date
  derniereRevue: Date | null
  regle: unknown
  urgence: number
}

type Wanted = {
  dispositifs: readonly string[]
  /** those of `dispositifs` whose stays are listed */
  asked: readonly string[]
  aFaire: boolean
  apres: CurseurSejour | undefined
  limite: number
  now: Date
}

/** A device where somebody stays, counted, and one of its stays on the page, if any. */
type Present = { dispositifId: string; tous: number; aFaire: number } & (Key | { id: null })

/** The stays of a page and the counts of every device, in one reading of the present stays. */
function readPresents(
  tx: Transaction,
  { dispositifs, asked, aFaire, apres, limite, now }: Wanted,
): Promise<Present[]> {
  const after =
    apres === undefined
      ? Prisma.empty
      : Prisma.sql`AND (-urgence, coalesce(fin, 'infinity'), occupation_id) >
          (${-apres.urgence}::int, ${apres.fin ?? 'infinity'}::timestamptz, ${apres.id}::uuid)`
  return tx.$queryRaw<Present[]>`
    WITH presents AS MATERIALIZED (
      SELECT * FROM sejours_presents(${now}) WHERE dispositif_id = ANY (${dispositifs}::uuid[])
    ), comptes AS (
      SELECT dispositif_id, count(*)::int AS tous, (count(*) FILTER (WHERE urgence > 0))::int AS a_faire
      FROM presents GROUP BY dispositif_id
    ), page AS (
      SELECT * FROM presents
      WHERE dispositif_id = ANY (${asked}::uuid[]) AND urgence >= ${aFaire ? 1 : 0} ${after}
      ORDER BY -urgence, coalesce(fin, 'infinity'), occupation_id
      LIMIT ${limite}
    )
    SELECT c.dispositif_id AS "dispositifId", c.tous, c.a_faire AS "aFaire", p.occupation_id AS id, p.fin, p.debut,
      p.derniere_revue AS "derniereRevue", p.regle, p.urgence
    FROM comptes c LEFT JOIN page p ON p.dispositif_id = c.dispositif_id
    ORDER BY -p.urgence, coalesce(p.fin, 'infinity'), p.occupation_id`
}

function curseurOf(key: Key | undefined): CurseurSejour | null {
  if (key === undefined) return null
  return { urgence: key.urgence, fin: key.fin?.toISOString() ?? null, id: key.id }
}

async function readSejours(tx: Transaction, keys: readonly Key[], now: Date): Promise<SejourHeberge[]> {
  const rows = await tx.occupation.findMany({
    where: { id: { in: keys.map(({ id }) => id) } },
    select: ofSejour,
  })
  return keys.flatMap((key) => {
    const row = rows.find(({ id }) => id === key.id)
    return row === undefined ? [] : [toSejour(row, key, now)]
  })
}

const ofSejour = {
  id: true,
  place: { select: { libelle: true, dispositif: { select: { nom: true, slug: true } } } },
  personne: { select: { code: true } },
  orientation: { select: { responsable: { select: { nom: true } } } },
  prolongations: {
    where: { statut: 'DEMANDEE' },
    take: 1,
    select: { id: true, jours: true, motif: true, demandeeLe: true },
  },
} satisfies Prisma.OccupationSelect

type Row = Prisma.OccupationGetPayload<{ select: typeof ofSejour }>

function toSejour(
  { id, place, personne, orientation, prolongations }: Row,
  key: Key,
  now: Date,
): SejourHeberge {
  const regle = regleSejourSchema.safeParse(key.regle)
  return {
    id,
    libelle: place.libelle,
    dispositif: place.dispositif.nom,
    dispositifSlug: place.dispositif.slug,
    code: personne?.code ?? null,
    suivi: orientation?.responsable.nom ?? null,
    etape: etapePresente(key, regle.success ? regle.data : sansRegle, now),
    demande: prolongations[0] ?? null,
  }
}
