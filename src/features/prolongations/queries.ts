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

/** `suite` opens the next page; `comptes` counts every stay, whatever the filter, device by device. */
export type PageSejours = {
  sejours: SejourHeberge[]
  suite: CurseurSejour | null
  comptes: CompteSejours[]
}

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
  if (where === null) return Promise.resolve({ sejours: [], suite: null, comptes: [] })
  return readAs(viewer, async (tx) => {
    const dispositifs = await tx.dispositif.findMany({
      where,
      orderBy: [{ structure: { nom: 'asc' } }, { nom: 'asc' }],
      select: { id: true, slug: true, nom: true },
    })
    const asked = dispositifs.filter(({ slug }) => dispositif === undefined || slug === dispositif)
    const keys = await readKeys(tx, {
      dispositifs: asked.map(({ id }) => id),
      aFaire: etat === 'a-faire',
      apres,
      limite: limite + 1,
      now,
    })
    const shown = keys.slice(0, limite)
    return {
      sejours: await readSejours(tx, shown, now),
      suite: keys.length > limite ? curseurOf(shown.at(-1)) : null,
      comptes: await countSejours(tx, dispositifs, now),
    }
  })
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
  aFaire: boolean
  apres: CurseurSejour | undefined
  limite: number
  now: Date
}

function readKeys(tx: Transaction, { dispositifs, aFaire, apres, limite, now }: Wanted): Promise<Key[]> {
  const after =
    apres === undefined
      ? Prisma.empty
      : Prisma.sql`AND (-urgence, coalesce(fin, 'infinity'), occupation_id) >
          (${-apres.urgence}::int, ${apres.fin ?? 'infinity'}::timestamptz, ${apres.id}::uuid)`
  return tx.$queryRaw<Key[]>`
    SELECT occupation_id AS id, fin, debut, derniere_revue AS "derniereRevue", regle, urgence
    FROM sejours_presents(${now})
    WHERE dispositif_id = ANY (${dispositifs}::uuid[]) AND urgence >= ${aFaire ? 1 : 0} ${after}
    ORDER BY -urgence, coalesce(fin, 'infinity'), occupation_id
    LIMIT ${limite}`
}

function curseurOf(key: Key | undefined): CurseurSejour | null {
  if (key === undefined) return null
  return { urgence: key.urgence, fin: key.fin?.toISOString() ?? null, id: key.id }
}

async function countSejours(
  tx: Transaction,
  dispositifs: readonly { id: string; slug: string; nom: string }[],
  now: Date,
): Promise<CompteSejours[]> {
  const rows = await tx.$queryRaw<{ id: string; tous: number; aFaire: number }[]>`
    SELECT dispositif_id AS id, count(*)::int AS tous, (count(*) FILTER (WHERE urgence > 0))::int AS "aFaire"
    FROM sejours_presents(${now}) WHERE dispositif_id = ANY (${dispositifs.map(({ id }) => id)}::uuid[])
    GROUP BY dispositif_id`
  return dispositifs.flatMap(({ id, slug, nom }) => {
    const row = rows.find((each) => each.id === id)
    return row === undefined ? [] : [{ slug, nom, tous: row.tous, aFaire: row.aFaire }]
  })
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
