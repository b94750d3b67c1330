import 'server-only'
import { readAs } from '@/db/transaction'
import {
  type CivilDate,
  fromDatabaseDate,
  fromParis,
  toDatabaseDate,
  toParis,
} from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { NOON } from '@/domain/places/sejour'

/** Places opened at once: until noon of `au`; `libres` counts those free now. */
export type OuvertureVisible = {
  id: string
  dispositifId: string
  places: number
  libres: number
  du: CivilDate
  au: CivilDate
  motif: string
  commencee: boolean
}

/** Openings under way or to come, of one device or (null) of all, the first to end first. Empty without the right to see places. */
export function listOuvertures(
  viewer: Viewer,
  dispositifId: string | null,
  now: Date,
): Promise<OuvertureVisible[]> {
  if (!can(viewer, 'places.read')) return Promise.resolve([])
  return readAs(viewer, async (tx) => {
    const rows = await tx.ouvertureCrise.findMany({
      where: {
        ...(dispositifId !== null && { dispositifId }),
        au: { gte: toDatabaseDate(toParis(now).date) },
      },
      orderBy: [{ au: 'asc' }, { id: 'asc' }],
    })
    const last = rows.filter(({ au }) => fromParis(fromDatabaseDate(au), NOON) > now)
    const free = new Map(
      last.length === 0
        ? []
        : (
            await tx.$queryRaw<{ id: string; libres: number }[]>`
              SELECT p.ouverture_id AS id, (count(*) FILTER (WHERE e.statut IN ('LIBRE', 'RESERVEE_PLUS_TARD')))::int AS libres
              FROM etat_places_a(${now}, ${dispositifId}::uuid) e JOIN places p ON p.id = e.place_id
              WHERE p.ouverture_id IS NOT NULL GROUP BY 1`
          ).map(({ id, libres }) => [id, libres] as const),
    )
    return last.map(({ id, dispositifId: of, places, du, au, motif }) => ({
      id,
      dispositifId: of,
      places,
      libres: free.get(id) ?? 0,
      du: fromDatabaseDate(du),
      au: fromDatabaseDate(au),
      motif,
      commencee: fromDatabaseDate(du) <= toParis(now).date,
    }))
  })
}
