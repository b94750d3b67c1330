import 'server-only'
import { readAs } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { isUndoable } from '@/domain/places/annulation'

/** One booking or stay drawn on the grid. A code at most; `fin` null: nobody knows. */
export type Barre = {
  id: string
  placeId: string
  version: number
  nature: 'SEJOUR' | 'RESERVATION'
  /** a stay that is over, drawn where it was */
  passee: boolean
  debut: Date
  fin: Date | null
  expireLe: Date | null
  personnes: number
  code: string | null
  orientation: { id: string; version: number } | null
  /** the arrival is of less than a day, and may still be undone */
  arriveeRecente: boolean
}

/**
 * What takes the places of a device between two instants (`a` null: from `de` on), by beginning, as its own team sees it. A stay past
 * its planned end is drawn until now. Empty for who may not read the stays of this device.
 */
export function listBarres(
  viewer: Viewer,
  dispositif: { id: string; structureId: string; organisationId: string },
  { de, a, now }: { de: Date; a: Date | null; now: Date },
): Promise<Barre[]> {
  if (!can(viewer, 'orientations.read', dispositif)) return Promise.resolve([])
  return readAs(viewer, async (tx) => {
    const rows = await tx.occupation.findMany({
      where: {
        place: { dispositifId: dispositif.id },
        ...(a && { debut: { lt: a } }),
        OR: [
          { etat: 'EN_COURS', OR: [{ fin: null }, { fin: { gt: de } }, { fin: { lte: now } }] },
          { etat: 'TERMINEE', fin: { gt: de } },
          { etat: 'TENUE', expireLe: { gt: now }, OR: [{ fin: null }, { fin: { gt: de } }] },
        ],
      },
      orderBy: [{ debut: 'asc' }, { id: 'asc' }],
      select: ofBarre,
    })
    return rows.map(({ kind, etat, fin, creeLe, personne, ...row }) => ({
      ...row,
      nature: kind,
      passee: etat === 'TERMINEE',
      fin: etat === 'EN_COURS' && fin !== null && fin < now ? now : fin,
      code: personne?.code ?? null,
      arriveeRecente: etat === 'EN_COURS' && isUndoable(creeLe, now),
    }))
  })
}

const ofBarre = {
  id: true,
  placeId: true,
  version: true,
  kind: true,
  etat: true,
  debut: true,
  fin: true,
  expireLe: true,
  personnes: true,
  creeLe: true,
  personne: { select: { code: true } },
  orientation: { select: { id: true, version: true } },
} as const
