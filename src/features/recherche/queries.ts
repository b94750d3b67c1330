import 'server-only'
import { readAs, type Transaction } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { RechercheBesoin, RegleRecherche } from '@/domain/places/recherche'
import type { KindDispositif } from '@/domain/structures/listes'
import type { Departement } from '@/domain/territoire/territoire'

/** A device of a search: what it is, and what the viewer may do there. */
export type DispositifTrouve = {
  id: string
  slug: string
  nom: string
  kind: KindDispositif
  structure: string
  departement: Departement
}

/** A device where the need is answered: how many places fit, and the first to take. `mayHold`: the viewer may hold it at once. */
export type DispositifQuiConvient = DispositifTrouve & {
  nombre: number
  placeId: string
  libelle: string
  oriente: boolean
  mayHold: boolean
}

/** What stands in the way: how many places, device by device, and until when where it is known (the earliest). */
export type Obstacle = {
  regle: RegleRecherche
  nombre: number
  dispositifs: (DispositifTrouve & { nombre: number; jusqua: Date | null })[]
}

export type ResultatRecherche = {
  conviennent: DispositifQuiConvient[]
  obstacles: Obstacle[]
  places: number
}

type Row = DispositifTrouve & {
  structureId: string
  organisationId: string
  oriente: boolean
  regle: RegleRecherche | null
  nombre: number
  jusqua: Date | null
  rang: number | null
  placeId: string
  libelle: string
}

/** Every place of the territory looked at for one need, in one query; null for a viewer without the right to see places. */
export function searchPlaces(
  viewer: Viewer,
  besoin: RechercheBesoin,
  now: Date,
): Promise<ResultatRecherche | null> {
  if (!can(viewer, 'places.read')) return Promise.resolve(null)
  return readAs(viewer, async (tx) => {
    const rows = await readRows(tx, viewer, besoin, now)
    return {
      conviennent: rows.filter(({ regle }) => regle === null).map((row) => toFit(viewer, row)),
      obstacles: toObstacles(rows),
      places: rows.reduce((sum, { nombre }) => sum + nombre, 0),
    }
  })
}

/** Which places of one device answer the need; null for a viewer without the right to see places. */
export function listPlacesPour(
  viewer: Viewer,
  dispositifId: string,
  besoin: RechercheBesoin,
  now: Date,
): Promise<ReadonlySet<string> | null> {
  if (!can(viewer, 'places.read')) return Promise.resolve(null)
  const { personnes, couple, animaux, mobilite, femmesSeulement, genre, pourLe } = besoin
  return readAs(viewer, async (tx) => {
    const rows = await tx.$queryRaw<{ places: string[] }[]>`
      SELECT places FROM places_pour(${personnes}::int, ${couple}, ${animaux}, ${mobilite}, ${femmesSeulement}, ${genre},
        ${pourLe}::date, ${now}, ${viewer.organisationId}::uuid, NULL, NULL, ${dispositifId}::uuid) WHERE regle IS NULL`
    return new Set(rows.flatMap(({ places }) => places))
  })
}

function readRows(tx: Transaction, viewer: Viewer, besoin: RechercheBesoin, now: Date): Promise<Row[]> {
  const { personnes, couple, animaux, mobilite, femmesSeulement, genre, pourLe, departement, type } = besoin
  return tx.$queryRaw<Row[]>`
    SELECT d.id, d.slug, d.nom, d.kind::text, d.oriente, d.structure_id AS "structureId", d.organisation_id AS "organisationId",
      d.departement::text, s.nom AS structure, r.regle, cardinality(r.places) AS nombre, r.jusqua, r.rang, p.id AS "placeId", p.libelle
    FROM places_pour(${personnes}::int, ${couple}, ${animaux}, ${mobilite}, ${femmesSeulement}, ${genre}, ${pourLe}::date, ${now},
      ${viewer.organisationId}::uuid, ${departement ?? null}, ${type ?? null}) r
    JOIN dispositifs d ON d.id = r.dispositif_id
    JOIN structures s ON s.id = d.structure_id
    JOIN places p ON p.id = r.places[1]
    ORDER BY r.rang, nombre DESC, s.nom, d.nom`
}

function toFit(viewer: Viewer, row: Row): DispositifQuiConvient {
  const { nombre, placeId, libelle, oriente } = row
  return { ...toDevice(row), nombre, placeId, libelle, oriente, mayHold: can(viewer, 'places.hold', row) }
}

function toDevice({ id, slug, nom, kind, structure, departement }: Row): DispositifTrouve {
  return { id, slug, nom, kind, structure, departement }
}

function toObstacles(rows: readonly Row[]): Obstacle[] {
  const byRule = new Map<RegleRecherche, Row[]>()
  for (const row of rows)
    if (row.regle !== null) byRule.set(row.regle, [...(byRule.get(row.regle) ?? []), row])
  return [...byRule]
    .map(([regle, of]) => ({
      regle,
      nombre: of.reduce((sum, { nombre }) => sum + nombre, 0),
      dispositifs: of.map((row) => ({ ...toDevice(row), nombre: row.nombre, jusqua: row.jusqua })),
    }))
    .toSorted((a, b) => b.nombre - a.nombre)
}
