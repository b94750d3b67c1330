import 'server-only'
import { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import { fromDatabaseDate, toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type FaitsFiche, type FicheStructure, ficheStructure } from '@/domain/structures/fiche'
import { type FiltresStructures, wordsOf } from '@/domain/structures/filtres'
import { champAVerifierSchema, langueSchema, publicSchema, serviceSchema } from '@/domain/structures/listes'
import {
  DISPOSITIFS_POUR_DORMIR,
  type FaitsStructure,
  type PlacesDuSoir,
  type ResumeStructure,
  resumeStructure,
  pointOfAdresses,
} from '@/domain/structures/resume'
import { communesOf } from '@/domain/territoire/zones'

export type PageStructures = {
  structures: ResumeStructure[]
  /** slug to continue after; null at the end */
  suite: string | null
  /** how many answer the filters, by department */
  total: { '75': number; '93': number }
}

/**
 * Structures that answer the filters, in alphabetical order without accents, after the slug `apres` (from the start when it is
 * unknown). Null for a viewer without the right to the directory.
 */
export async function listStructures(
  viewer: Viewer,
  filtres: FiltresStructures,
  { now, apres, limite }: { now: Date; apres?: string | undefined; limite: number },
): Promise<PageStructures | null> {
  if (!can(viewer, 'structures.read')) return null
  return readAs(viewer, async (tx) => {
    const where = conditions(filtres, now)
    const total = await countByDepartement(tx, where)
    const ids = await findIds(tx, where, apres, limite + 1)
    const rows = await tx.structure.findMany({
      where: { id: { in: ids.slice(0, limite) } },
      include: resumeInclude(now),
    })
    const places = await readPlacesDuSoir(tx, viewer, now)
    const structures = rows
      .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      .map((row) => resumeStructure(toFaits(row, places), now))
    return { structures, suite: ids.length > limite ? (structures.at(-1)?.slug ?? null) : null, total }
  })
}

/** The sheet of one structure; null when it does not exist or the viewer may not see the directory. */
export async function findStructure(viewer: Viewer, slug: string, now: Date): Promise<FicheStructure | null> {
  if (!can(viewer, 'structures.read')) return null
  return readAs(viewer, (tx) => readStructure(tx, viewer, slug, now))
}

/** The same sheet inside an open transaction, for the command that confirms it. */
export async function readStructure(
  tx: Transaction,
  viewer: Viewer,
  slug: string,
  now: Date,
): Promise<FicheStructure | null> {
  const row = await tx.structure.findUnique({ where: { slug }, include: ficheInclude(now) })
  if (row === null) return null
  const subject = { structureId: row.id, organisationId: row.organisationId }
  const mayKnowAddress = !row.confidentiel || can(viewer, 'adresses-confidentielles.read', subject)
  const places = await readPlacesDuSoir(tx, viewer, now)
  const devicePlaces = await readPlacesOfDevices(tx, viewer, row.id, now)
  const facts: FaitsFiche = {
    ...toFaits(row, places),
    id: row.id,
    depuis: row.depuis,
    description: row.description,
    financeurs: row.financeurs,
    finess: row.finess,
    telephone: row.telephone,
    source: row.source,
    adresses: mayKnowAddress
      ? row.adresses.map(toPeriod).map(({ adresse, du, au }) => ({ adresse, du, au }))
      : [],
    dispositifs: row.dispositifs.map((device) => toDevice(device, row.plages, devicePlaces)),
    peutConfirmer: can(viewer, 'structures.confirm', subject),
  }
  return ficheStructure(facts, now)
}

const tables = Prisma.sql`structures s
  JOIN organisations o ON o.id = s.organisation_id
  LEFT JOIN communes c ON c.code = s.commune_code`

function conditions(filtres: FiltresStructures, now: Date): Prisma.Sql {
  const { q = '', type, commune, territoire, public: pour, langue, ouvert } = filtres
  const all = [
    ...wordsOf(q).map(mentions),
    type && Prisma.sql`s.kind = ${type}::kind_structure`,
    commune && Prisma.sql`s.commune_code = ${commune}`,
    territoire && withinZone(territoire),
    pour && Prisma.sql`${pour} = ANY(s.publics)`,
    langue && Prisma.sql`${langue} = ANY(s.langues)`,
    ouvert && Prisma.sql`(s.statut = 'OUVERTE' AND structure_ouverte(s.id, ${now}))`,
  ].filter((condition) => condition !== undefined)
  return all.length === 0 ? Prisma.sql`true` : Prisma.join(all, ' AND ')
}

function mentions(word: string): Prisma.Sql {
  return Prisma.sql`strpos(sans_accent(concat_ws(' ', s.nom, o.nom, c.nom, s.kind)), sans_accent(${word})) > 0`
}

// A structure whose commune is not known still belongs to its department.
function withinZone(zone: NonNullable<FiltresStructures['territoire']>): Prisma.Sql {
  if (zone === '75' || zone === '93') return Prisma.sql`s.departement = ${zone}`
  return Prisma.sql`s.commune_code = ANY(${communesOf(zone).map(({ code }) => code)})`
}

async function countByDepartement(tx: Transaction, where: Prisma.Sql): Promise<PageStructures['total']> {
  const [row] = await tx.$queryRaw<PageStructures['total'][]>`
    SELECT (count(*) FILTER (WHERE s.departement = '75'))::int AS "75", (count(*) FILTER (WHERE s.departement = '93'))::int AS "93"
    FROM ${tables} WHERE ${where}`
  return row ?? { '75': 0, '93': 0 }
}

async function findIds(tx: Transaction, where: Prisma.Sql, apres: string | undefined, limit: number) {
  const before = Prisma.sql`NOT EXISTS (SELECT FROM structures lue
    WHERE lue.slug = ${apres ?? ''} AND (sans_accent(s.nom), s.id) <= (sans_accent(lue.nom), lue.id))`
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM ${tables} WHERE ${where} AND ${before} ORDER BY sans_accent(s.nom), s.id LIMIT ${limit}`
  return rows.map(({ id }) => id)
}

type Places = ReadonlyMap<string, PlacesDuSoir>
type PlacesRow = { id: string; libres: number; total: number; changeLe: Date | null }

async function readPlacesDuSoir(tx: Transaction, viewer: Viewer, now: Date): Promise<Places> {
  if (!can(viewer, 'places.read')) return new Map()
  const rows = await tx.$queryRaw<PlacesRow[]>`
    SELECT p.structure_id AS id, sum(p.libres)::int AS libres, sum(p.places)::int AS total, max(p.change_le) AS "changeLe"
    FROM disponibilites_a(${now}) p JOIN dispositifs d ON d.id = p.dispositif_id
    WHERE d.kind::text = ANY(${DISPOSITIFS_POUR_DORMIR}) GROUP BY p.structure_id`
  return byId(rows)
}

async function readPlacesOfDevices(
  tx: Transaction,
  viewer: Viewer,
  structureId: string,
  now: Date,
): Promise<Places> {
  if (!can(viewer, 'places.read')) return new Map()
  const rows = await tx.$queryRaw<PlacesRow[]>`
    SELECT dispositif_id AS id, libres, places AS total, change_le AS "changeLe"
    FROM disponibilites_a(${now}) WHERE structure_id = ${structureId}::uuid`
  return byId(rows)
}

function byId(rows: readonly PlacesRow[]): Places {
  return new Map(
    rows.map(({ id, libres, total, changeLe }) => [
      id,
      { libres, total, changeLe: changeLe?.toISOString() ?? null },
    ]),
  )
}

const DAYS_BACK_MS = 8 * 86_400_000

function resumeInclude(now: Date) {
  const today = toDatabaseDate(toParis(now).date)
  return {
    organisation: { select: { nom: true } },
    commune: true,
    plages: true,
    exceptions: { where: { jour: { gte: new Date(today.getTime() - DAYS_BACK_MS) } } },
    adresses: { orderBy: { du: { sort: 'desc', nulls: 'last' } } },
  } satisfies Prisma.StructureInclude
}

function ficheInclude(now: Date) {
  const today = toDatabaseDate(toParis(now).date)
  return {
    ...resumeInclude(now),
    dispositifs: {
      orderBy: [{ kind: 'asc' }, { nom: 'asc' }],
      include: {
        capacites: true,
        regles: { where: { du: { lte: today }, OR: [{ au: null }, { au: { gt: today } }] }, take: 1 },
      },
    },
  } satisfies Prisma.StructureInclude
}

type ResumeRow = Prisma.StructureGetPayload<{ include: ReturnType<typeof resumeInclude> }>
type DeviceRow = Prisma.StructureGetPayload<{
  include: ReturnType<typeof ficheInclude>
}>['dispositifs'][number]

function toFaits(row: ResumeRow, places: Places): FaitsStructure {
  return {
    slug: row.slug,
    nom: row.nom,
    kind: row.kind,
    statut: row.statut,
    departement: row.departement,
    confidentiel: row.confidentiel,
    commune: row.commune,
    confirmeeLe: row.confirmeeLe,
    organisation: row.organisation.nom,
    adresse: pointOfAdresses(row.adresses),
    plages: row.plages.map(toPeriod),
    exceptions: row.exceptions.map((exception) => ({ ...exception, jour: fromDatabaseDate(exception.jour) })),
    aVerifier: known(champAVerifierSchema.options, row.aVerifier),
    publics: known(publicSchema.options, row.publics),
    langues: known(langueSchema.options, row.langues),
    services: known(serviceSchema.options, row.services),
    places: places.get(row.id) ?? null,
  }
}

function toDevice(
  device: DeviceRow,
  plages: ResumeRow['plages'],
  places: Places,
): FaitsFiche['dispositifs'][number] {
  return {
    id: device.id,
    slug: device.slug,
    kind: device.kind,
    nom: device.nom,
    statut: device.statut,
    oriente: device.oriente,
    financeurs: device.financeurs,
    finFinancement: device.finFinancement === null ? null : fromDatabaseDate(device.finFinancement),
    capacites: device.capacites.map(toPeriod),
    plages: plages.filter(({ dispositifId }) => dispositifId === device.id).map(toPeriod),
    regle: device.regles[0] ?? null,
    places: places.get(device.id) ?? null,
  }
}

function toPeriod<Row extends { du: Date | null; au: Date | null }>(row: Row) {
  return {
    ...row,
    du: row.du === null ? null : fromDatabaseDate(row.du),
    au: row.au === null ? null : fromDatabaseDate(row.au),
  }
}

/** The words of a closed list; one that the list no longer has is not shown. */
function known<Word extends string>(list: readonly Word[], stored: readonly string[]): Word[] {
  return list.filter((word) => stored.includes(word))
}
