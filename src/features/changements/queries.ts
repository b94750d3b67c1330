import 'server-only'
import type { Prisma } from '@/db/generated/client'
import type { Transaction } from '@/db/transaction'

const stayInPlace = {
  include: {
    place: {
      select: { au: true, dispositif: { select: { id: true, structureId: true, organisationId: true } } },
    },
  },
} as const satisfies Prisma.OccupationDefaultArgs

/** A stay, with the place it is at and the device that place belongs to. */
export type StayInPlace = Prisma.OccupationGetPayload<typeof stayInPlace>

/** The stay of that id, or null when there is none that the viewer may see. */
export function findStay(tx: Transaction, id: string): Promise<StayInPlace | null> {
  return tx.occupation.findFirst({ where: { id, kind: 'SEJOUR' }, ...stayInPlace })
}
