import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { CauseFermeture } from '@/domain/places/place'

/** Somebody who must go elsewhere: a stay or a booking that falls in a closure. A code at most, for who may read it. */
export type Relogement = {
  occupationId: string
  version: number
  kind: 'RESERVATION' | 'SEJOUR'
  placeId: string
  libelle: string
  debut: Date
  fin: Date | null
  personnes: number
  code: string | null
  orientationId: string | null
}

/** A closure that lasts or is to come, of one place (`placeId`, `libelle`) or of the whole device (both null). */
export type FermetureVisible = {
  id: string
  placeId: string | null
  libelle: string | null
  cause: CauseFermeture
  du: Date
  finPrevue: Date | null
  note: string | null
  /** empty for who may not read the stays of the device */
  aReloger: Relogement[]
}

/** Closures of a device and of its places that are not over, the first to begin first. Empty without the right to see places. */
export function listFermetures(viewer: Viewer, dispositifId: string, now: Date): Promise<FermetureVisible[]> {
  if (!can(viewer, 'places.read')) return Promise.resolve([])
  return readAs(viewer, async (tx) => {
    const dispositif = await tx.dispositif.findUnique({
      where: { id: dispositifId },
      select: { structureId: true, organisationId: true },
    })
    if (dispositif === null) return []
    const fermetures = await tx.fermeture.findMany({
      where: {
        OR: [{ dispositifId }, { place: { dispositifId } }],
        AND: [{ OR: [{ au: null }, { au: { gt: now } }] }],
      },
      orderBy: [{ du: 'asc' }, { id: 'asc' }],
      include: { place: { select: { libelle: true } } },
    })
    const mayRead = can(viewer, 'orientations.read', dispositif)
    return Promise.all(
      fermetures.map(async ({ id, placeId, place, cause, du, au, finPrevue, note }) => ({
        id,
        placeId,
        libelle: place?.libelle ?? null,
        cause,
        du,
        finPrevue,
        note,
        aReloger: mayRead
          ? await listRelogements(tx, placeId === null ? { dispositifId } : { id: placeId }, { du, au }, now)
          : [],
      })),
    )
  })
}

/** What stands on closed places between two instants: stays not ended, holds that still count. By place. */
export async function listRelogements(
  tx: Transaction,
  places: Prisma.PlaceWhereInput,
  { du, au }: { du: Date; au: Date | null },
  now: Date,
): Promise<Relogement[]> {
  const rows = await tx.occupation.findMany({
    where: {
      place: places,
      ...(au && { debut: { lt: au } }),
      OR: [
        { etat: 'EN_COURS', OR: [{ fin: null }, { fin: { gt: du } }, { fin: { lte: now } }] },
        { etat: 'TENUE', expireLe: { gt: now }, OR: [{ fin: null }, { fin: { gt: du } }] },
      ],
    },
    orderBy: [{ place: { libelle: 'asc' } }, { debut: 'asc' }],
    select: {
      id: true,
      version: true,
      kind: true,
      placeId: true,
      debut: true,
      fin: true,
      personnes: true,
      orientationId: true,
      place: { select: { libelle: true } },
      personne: { select: { code: true } },
    },
  })
  return rows.map(({ id, place, personne, ...row }) => ({
    ...row,
    occupationId: id,
    libelle: place.libelle,
    code: personne?.code ?? null,
  }))
}

/** Whether a place, or the device it belongs to, is closed at this instant. */
export async function isClosed(tx: Transaction, placeId: string, instant: Date): Promise<boolean> {
  const closure = await tx.fermeture.findFirst({
    where: {
      OR: [{ placeId }, { dispositif: { places: { some: { id: placeId } } } }],
      AND: [{ du: { lte: instant }, OR: [{ au: null }, { au: { gt: instant } }] }],
    },
    select: { id: true },
  })
  return closure !== null
}
