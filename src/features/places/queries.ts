import 'server-only'
import { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import { type CivilDate, toDatabaseDate } from '@/domain/commun/civil-date'
import { latest } from '@/domain/commun/instant'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { Offre } from '@/domain/places/convient'
import type { StatutPlace } from '@/domain/places/disponibilite'
import type { Conflit } from '@/domain/places/refus'
import { type RegleSejour, regleSejourSchema, sansRegle } from '@/domain/places/sejour'
import type { Comptes, FiltresTableau, Recherche } from '@/domain/places/tableau'
import type { KindDispositif } from '@/domain/structures/listes'
import type { Departement } from '@/domain/territoire/territoire'

/** A device of the board: its places right now, and how old that figure is. */
export type LigneTableau = Comptes & {
  id: string
  organisationId: string
  slug: string
  nom: string
  kind: KindDispositif
  structure: string
  structureSlug: string
  departement: Departement
  oriente: boolean
  /** authorised places today; null when nobody has said */
  capacite: number | null
  reserveesPlusTard: number
  /** stays past their planned end, that nobody has ended */
  depassees: number
  premiereExpiration: Date | null
  changeLe: Date | null
}

/** What somebody said on the phone about a device that keeps no places here: a dated word that ages, never added to a count. */
export type AppelTableau = {
  id: string
  nom: string
  kind: KindDispositif
  structure: string
  structureSlug: string
  departement: Departement
  capacite: number | null
  libres: number | null
  le: Date | null
  source: string | null
}

export type Tableau = { lignes: LigneTableau[]; appels: AppelTableau[] }

/** The live board, by department then structure; null for a viewer without the right to see places. */
export async function readTableau(
  viewer: Viewer,
  filtres: FiltresTableau,
  now: Date,
): Promise<Tableau | null> {
  if (!can(viewer, 'places.read')) return null
  return readAs(viewer, async (tx) => ({
    lignes: await readLignes(tx, filtres, now),
    appels: filtres.pour === undefined ? await readAppels(tx, filtres, now) : [],
  }))
}

const conditionRecherche: Record<Recherche, Prisma.Sql> = {
  FEMMES: Prisma.sql`p.public = 'FEMMES'`,
  COUPLE: Prisma.sql`p.couple`,
  ANIMAUX: Prisma.sql`p.animaux`,
  PLAIN_PIED: Prisma.sql`p.plain_pied`,
}

function conditionDispositif({ departement, type }: FiltresTableau): Prisma.Sql {
  return Prisma.sql`(${departement ?? null}::text IS NULL OR d.departement = ${departement ?? null})
    AND (${type ?? null}::text IS NULL OR d.kind::text = ${type ?? null})`
}

function readLignes(tx: Transaction, filtres: FiltresTableau, now: Date): Promise<LigneTableau[]> {
  const fits = filtres.pour === undefined ? Prisma.sql`true` : conditionRecherche[filtres.pour]
  return tx.$queryRaw<LigneTableau[]>`
    SELECT d.id, d.organisation_id AS "organisationId", d.slug, d.nom, d.kind::text, s.nom AS structure, s.slug AS "structureSlug",
      d.departement::text, d.oriente,
      (SELECT c.places FROM capacites c WHERE c.dispositif_id = d.id AND c.mode <> 'PAR_JOUR'
        AND daterange(c.du, c.au) @> (${now}::timestamptz AT TIME ZONE 'Europe/Paris')::date ORDER BY c.mode LIMIT 1) AS capacite,
      count(*)::int AS places,
      (count(*) FILTER (WHERE e.statut IN ('LIBRE', 'RESERVEE_PLUS_TARD')))::int AS libres,
      (count(*) FILTER (WHERE e.statut = 'RESERVEE'))::int AS reservees,
      (count(*) FILTER (WHERE e.statut = 'OCCUPEE'))::int AS occupees,
      (count(*) FILTER (WHERE e.statut = 'A_PREPARER'))::int AS "aPreparer",
      (count(*) FILTER (WHERE e.statut = 'FERMEE'))::int AS fermees,
      (count(*) FILTER (WHERE e.statut = 'RESERVEE_PLUS_TARD'))::int AS "reserveesPlusTard",
      (count(*) FILTER (WHERE e.statut = 'OCCUPEE' AND e.jusqua <= ${now}))::int AS depassees,
      min(e.jusqua) FILTER (WHERE e.statut = 'RESERVEE') AS "premiereExpiration",
      max(e.change_le) AS "changeLe"
    FROM etat_places_a(${now}) e
    JOIN places p ON p.id = e.place_id
    JOIN dispositifs d ON d.id = e.dispositif_id
    JOIN structures s ON s.id = d.structure_id
    WHERE ${conditionDispositif(filtres)} AND ${fits}
    GROUP BY d.id, s.id
    ORDER BY d.departement, s.nom, d.kind, d.nom`
}

function readAppels(tx: Transaction, filtres: FiltresTableau, now: Date): Promise<AppelTableau[]> {
  return tx.$queryRaw<AppelTableau[]>`
    SELECT d.id, d.nom, d.kind::text, s.nom AS structure, s.slug AS "structureSlug", d.departement::text, appel.libres, appel.le,
      appel.source, (SELECT max(c.places) FROM capacites c WHERE c.dispositif_id = d.id AND c.mode <> 'PAR_JOUR'
        AND daterange(c.du, c.au) @> (${now}::timestamptz AT TIME ZONE 'Europe/Paris')::date) AS capacite
    FROM dispositifs d
    JOIN structures s ON s.id = d.structure_id
    LEFT JOIN LATERAL (
      SELECT o.libres, o.le, o.source FROM observations_disponibilite o
      WHERE o.dispositif_id = d.id AND o.le <= ${now} ORDER BY o.le DESC LIMIT 1
    ) appel ON true
    WHERE ${conditionDispositif(filtres)} AND d.statut = 'OUVERTE' AND NOT EXISTS (SELECT FROM places p WHERE p.dispositif_id = d.id)
      AND (d.oriente OR appel.le IS NOT NULL)
    ORDER BY d.departement, s.nom, d.nom`
}

/** A booking or a stay as its own organisation sees it: a code at most, never more. */
export type OccupationVisible = {
  id: string
  version: number
  kind: 'RESERVATION' | 'SEJOUR'
  debut: Date
  fin: Date | null
  expireLe: Date | null
  personnes: number
  code: string | null
  /** the request it comes from, and the version the screen shows */
  orientation: { id: string; version: number } | null
}

export type PlaceVisible = Offre & {
  id: string
  libelle: string
  chambre: string | null
  version: number
  statut: StatutPlace
  jusqua: Date | null
  /** null when there is none, or when it belongs to another organisation */
  occupation: OccupationVisible | null
}

export type DispositifVisible = {
  id: string
  structureId: string
  organisationId: string
  slug: string
  nom: string
  kind: KindDispositif
  structure: string
  departement: string
  oriente: boolean
  statut: string
  changeLe: Date | null
  places: PlaceVisible[]
  /** what the viewer may do here */
  droits: { tenir: boolean; admettre: boolean; liberer: boolean; preparer: boolean; fermer: boolean }
}

/** One device and each of its places; who is there only for its own organisation. Null: unknown, or no right to see places. */
export async function findDispositif(
  viewer: Viewer,
  slug: string,
  now: Date,
): Promise<DispositifVisible | null> {
  if (!can(viewer, 'places.read')) return null
  return readAs(viewer, async (tx) => {
    const dispositif = await tx.dispositif.findUnique({ where: { slug }, include: { structure: true } })
    if (dispositif === null) return null
    const { id, structureId, organisationId, nom, kind, departement, oriente, statut, structure } = dispositif
    const states = await readStates(tx, id, now)
    const mayRead = can(viewer, 'orientations.read', dispositif)
    const occupations = mayRead ? await readOccupations(tx, id, now) : new Map<string, OccupationVisible>()
    return {
      id,
      structureId,
      organisationId,
      slug,
      nom,
      kind,
      departement,
      oriente,
      statut,
      structure: structure.nom,
      changeLe: latest(states.map(({ changeLe }) => changeLe)),
      places: states.map((place) => ({ ...place, occupation: occupations.get(place.id) ?? null })),
      droits: {
        tenir: can(viewer, 'places.hold', dispositif),
        admettre: can(viewer, 'places.admit', dispositif),
        liberer: can(viewer, 'places.leave', dispositif),
        preparer: can(viewer, 'places.prepare', dispositif),
        fermer: can(viewer, 'places.close', dispositif),
      },
    }
  })
}

type StateRow = Omit<PlaceVisible, 'occupation'> & { changeLe: Date | null }

function readStates(tx: Transaction, dispositifId: string, now: Date): Promise<StateRow[]> {
  return tx.$queryRaw<StateRow[]>`
    SELECT p.id, p.libelle, p.chambre, p.version, p.couchages::int, p.public::text, p.couple, p.animaux,
      p.plain_pied AS "plainPied", e.statut, e.jusqua, e.change_le AS "changeLe"
    FROM etat_places_a(${now}, ${dispositifId}::uuid) e JOIN places p ON p.id = e.place_id
    ORDER BY p.chambre NULLS FIRST, length(p.libelle), p.libelle`
}

/** What stands now on each place: the stay not ended, else the first hold that still counts. */
async function readOccupations(
  tx: Transaction,
  dispositifId: string,
  now: Date,
): Promise<Map<string, OccupationVisible>> {
  const rows = await tx.occupation.findMany({
    where: {
      place: { dispositifId },
      OR: [
        { etat: 'EN_COURS', debut: { lte: now } },
        { etat: 'TENUE', expireLe: { gt: now } },
      ],
    },
    // A stay comes before a hold, the earliest hold before the others: the last written in the map wins.
    orderBy: [{ etat: 'asc' }, { debut: 'desc' }],
    select: {
      id: true,
      placeId: true,
      version: true,
      kind: true,
      debut: true,
      fin: true,
      expireLe: true,
      personnes: true,
      personne: { select: { code: true } },
      orientation: { select: { id: true, version: true } },
    },
  })
  return new Map(
    rows.map(({ placeId, personne, ...row }) => [placeId, { ...row, code: personne?.code ?? null }]),
  )
}

/** No stay in the way until `jusqua`. `echue`: a hold past its hour is to be ended first. `prete`: its device lends places. */
export type PlaceSansConflit = Offre & {
  id: string
  libelle: string
  chambre: string | null
  statut: StatutPlace
  jusqua: Date | null
  echue: boolean
  prete: boolean
}

/** The places of a device where a stay from `debut` to `fin` (null: open-ended) would meet nothing, by label. */
export function listPlacesSansConflit(
  tx: Transaction,
  dispositifId: string,
  { debut, fin, now }: { debut: Date; fin: Date | null; now: Date },
): Promise<PlaceSansConflit[]> {
  return tx.$queryRaw<PlaceSansConflit[]>`
    SELECT p.id, p.libelle, p.chambre, p.couchages::int, p.public::text, p.couple, p.animaux, p.plain_pied AS "plainPied", l.statut, l.jusqua, l.echue,
      EXISTS (SELECT FROM contingents c WHERE c.dispositif_id = ${dispositifId}::uuid) AS prete
    FROM places_sans_conflit(${dispositifId}::uuid, ${debut}, ${fin}, ${now}) l JOIN places p ON p.id = l.place_id
    ORDER BY p.libelle`
}

/** The stay rule in force on this day; `sansRegle` when none is written. */
export async function findRegleSejour(
  tx: Transaction,
  dispositifId: string,
  day: CivilDate,
): Promise<RegleSejour> {
  const jour = toDatabaseDate(day)
  const regle = await tx.regleSejour.findFirst({
    where: { dispositifId, du: { lte: jour }, OR: [{ au: null }, { au: { gt: jour } }] },
  })
  return regle === null ? sansRegle : regleSejourSchema.parse(regle)
}

const ofPlacePrise = {
  libelle: true,
  dispositif: { select: { nom: true, structure: { select: { nom: true } } } },
} satisfies Prisma.PlaceSelect

/** What takes room on a place or a device between two instants; the latest made first. Names no person. */
export async function findConflit(
  tx: Transaction,
  where: Prisma.OccupationWhereInput,
  now: Date,
): Promise<Conflit | null> {
  const occupation = await tx.occupation.findFirst({
    where: { AND: [where, { OR: [{ etat: 'EN_COURS' }, { etat: 'TENUE', expireLe: { gt: now } }] }] },
    orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
    select: { creeLe: true, fin: true, place: { select: ofPlacePrise } },
  })
  if (occupation === null) return null
  const { place, creeLe, fin } = occupation
  const { nom: dispositif, structure } = place.dispositif
  return { structure: structure.nom, dispositif, place: place.libelle, depuis: creeLe, jusqua: fin }
}
