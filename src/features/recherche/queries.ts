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

type Dispositif = DispositifTrouve & { structureId: string; organisationId: string; oriente: boolean }

/** Device, how many places, until when the first is stopped, then the first to take and its name where places fit. */
type LigneReponse = [id: string, nombre: number, jusqua: string | null, placeId: string, libelle: string]

/** What one rule stops, or what fits (`regle` null), device by device: the best first, then where most places are concerned. */
type Reponse = { regle: RegleRecherche | null; nombre: number; dispositifs: LigneReponse[] }

/** Every place of the territory looked at for one need, in one query; null for a viewer without the right to see places. */
export function searchPlaces(
  viewer: Viewer,
  besoin: RechercheBesoin,
  now: Date,
): Promise<ResultatRecherche | null> {
  if (!can(viewer, 'places.read')) return Promise.resolve(null)
  return readAs(viewer, async (tx) => {
    const reponses = await readReponses(tx, viewer, besoin, now)
    const byId = await readDispositifs(tx)
    return {
      conviennent: reponses.filter(fits).flatMap((fit) => toFits(viewer, fit, byId)),
      obstacles: reponses.flatMap((reponse) => toObstacles(reponse, byId)),
      places: reponses.reduce((sum, { nombre }) => sum + nombre, 0),
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

/** A territory gives a thousand answers: they come as one short document per rule, and what a device is comes once. */
function readReponses(
  tx: Transaction,
  viewer: Viewer,
  besoin: RechercheBesoin,
  now: Date,
): Promise<Reponse[]> {
  const { personnes, couple, animaux, mobilite, femmesSeulement, genre, pourLe, departement, type } = besoin
  return tx.$queryRaw<Reponse[]>`
    SELECT r.regle::text, sum(r.nombre)::int AS nombre,
      json_agg(json_build_array(d.id, r.nombre, r.jusqua, r.places[1], r.premiere)
        ORDER BY r.rang, r.nombre DESC, s.nom, d.nom) AS dispositifs
    FROM places_pour(${personnes}::int, ${couple}, ${animaux}, ${mobilite}, ${femmesSeulement}, ${genre}, ${pourLe}::date, ${now},
      ${viewer.organisationId}::uuid, ${departement ?? null}, ${type ?? null}) r
    JOIN dispositifs d ON d.id = r.dispositif_id
    JOIN structures s ON s.id = d.structure_id
    GROUP BY r.regle
    ORDER BY nombre DESC`
}

async function readDispositifs(tx: Transaction): Promise<ReadonlyMap<string, Dispositif>> {
  const rows = await tx.$queryRaw<Dispositif[]>`
    SELECT d.id, d.slug, d.nom, d.kind::text, d.oriente, d.structure_id AS "structureId", d.organisation_id AS "organisationId",
      d.departement::text, s.nom AS structure
    FROM dispositifs d JOIN structures s ON s.id = d.structure_id`
  return new Map(rows.map((row) => [row.id, row]))
}

function fits({ regle }: Reponse): boolean {
  return regle === null
}

function toFits(
  viewer: Viewer,
  { dispositifs }: Reponse,
  byId: ReadonlyMap<string, Dispositif>,
): DispositifQuiConvient[] {
  return dispositifs.flatMap(([id, nombre, , placeId, libelle]) => {
    const dispositif = byId.get(id)
    if (dispositif === undefined) return []
    const mayHold = can(viewer, 'places.hold', dispositif)
    return [{ oriente: dispositif.oriente, nombre, placeId, libelle, mayHold, ...toDevice(dispositif) }]
  })
}

function toObstacles(
  { regle, nombre, dispositifs }: Reponse,
  byId: ReadonlyMap<string, Dispositif>,
): Obstacle[] {
  if (regle === null) return []
  const stopped = dispositifs.flatMap(([id, those, jusqua]) => {
    const dispositif = byId.get(id)
    const until = jusqua === null ? null : new Date(jusqua)
    return dispositif === undefined ? [] : [{ nombre: those, jusqua: until, ...toDevice(dispositif) }]
  })
  return [{ regle, nombre, dispositifs: stopped }]
}

/** Spread last in an answer: a thousand objects whose fields follow a spread cost ten times as much to make. */
function toDevice({ id, slug, nom, kind, structure, departement }: Dispositif): DispositifTrouve {
  return { id, slug, nom, kind, structure, departement }
}
