import 'server-only'
import type { Prisma } from '@/db/generated/client'
import type { Context } from '@/db/journal'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { CoteMotif } from '@/domain/orientations/statuts'

const ofPassage = {
  id: true,
  statut: true,
  version: true,
  auteurId: true,
  prescripteurStructureId: true,
  prescripteurOrganisationId: true,
  receveurDispositifId: true,
  receveur: { select: { structureId: true, organisationId: true } },
  personneId: true,
  genre: true,
  personnes: true,
  couple: true,
  animaux: true,
  mobilite: true,
  femmesSeulement: true,
  pourLe: true,
  regles: true,
  premiereReponseLe: true,
} satisfies Prisma.OrientationSelect

/** An orientation that nobody else can change until the transaction ends. */
export type LockedOrientation = Prisma.OrientationGetPayload<{ select: typeof ofPassage }>

/**
 * Waits for its turn, locks and reads. NOT_FOUND when the actor may not speak for this side; ALREADY_ANSWERED when another
 * organisation took it meanwhile; NOT_ADDRESSED when it is asked of all and the act is not to take it.
 */
export async function lockOrientation(
  { actor, tx }: Context,
  id: string,
  cote: CoteMotif,
  takes: boolean,
): Promise<Result<LockedOrientation, 'NOT_FOUND' | 'ALREADY_ANSWERED' | 'NOT_ADDRESSED'>> {
  const seen = await tx.orientation.findUnique({ where: { id }, select: { id: true } })
  if (seen === null) return refuse('NOT_FOUND')
  // Row-level security is applied again to the row as it is once the lock is had: taken by another, it is not ours to see.
  const locked = await tx.$queryRaw<
    unknown[]
  >`SELECT id FROM orientations WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  if (locked.length === 0) return refuse('ALREADY_ANSWERED')
  const orientation = await tx.orientation.findUniqueOrThrow({ where: { id }, select: ofPassage })
  if (!speaksFor(actor, orientation, cote)) return refuse('NOT_FOUND')
  if (cote === 'STRUCTURE' && orientation.receveur === null && !takes) return refuse('NOT_ADDRESSED')
  return done(orientation)
}

function speaksFor(actor: Viewer, orientation: LockedOrientation, cote: CoteMotif): boolean {
  if (cote === 'STRUCTURE') return can(actor, 'orientations.answer', orientation.receveur ?? undefined)
  return can(actor, 'orientations.renounce', {
    auteurId: orientation.auteurId,
    structureId: orientation.prescripteurStructureId,
    organisationId: orientation.prescripteurOrganisationId,
  })
}
