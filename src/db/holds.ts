import 'server-only'
import type { Prisma } from './generated/client'
import type { Context } from './journal'

/** Ends the holds whose hour is past, or whose whole stay is: whoever needs the place does it, in the transaction of what takes it. */
export async function endExpiredHolds(
  { now, tx }: Context,
  where: Prisma.OccupationWhereInput & { placeId: string },
): Promise<void> {
  await tx.occupation.updateMany({
    where: { AND: [where, { etat: 'TENUE', OR: [{ expireLe: { lte: now } }, { fin: { lte: now } }] }] },
    data: { etat: 'EXPIREE', modifieeLe: now, version: { increment: 1 } },
  })
}

/** A booking whose hour came while the former stay lasted begins when the place is really left. */
export async function pushLaterHolds(context: Context, placeId: string): Promise<void> {
  const { now, tx } = context
  await endExpiredHolds(context, { placeId })
  await tx.occupation.updateMany({
    where: { placeId, etat: 'TENUE', debut: { lt: now } },
    data: { debut: now, modifieeLe: now, version: { increment: 1 } },
  })
}
