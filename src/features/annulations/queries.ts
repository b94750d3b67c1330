import 'server-only'
import type { Prisma } from '@/db/generated/client'
import type { Transaction } from '@/db/transaction'

const withPlace = {
  include: {
    sortie: { select: { le: true } },
    reservation: { select: { id: true, debut: true, fin: true } },
    place: {
      select: {
        libelle: true,
        dispositifId: true,
        dispositif: { select: { structureId: true, organisationId: true, dureeTenue: true } },
      },
    },
  },
} as const satisfies Prisma.OccupationDefaultArgs

/** A stay with all that undoing one of its ends must look at. */
export type Sejour = Prisma.OccupationGetPayload<typeof withPlace>

/** The stay of that id, or null when there is none that the viewer may see. */
export function findSejour(tx: Transaction, id: string): Promise<Sejour | null> {
  return tx.occupation.findFirst({ where: { id, kind: 'SEJOUR' }, ...withPlace })
}
