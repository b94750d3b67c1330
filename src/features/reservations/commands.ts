import 'server-only'
import { endExpiredHolds } from '@/db/holds'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs } from '@/db/lock'
import { type Done, done, type Refusal, refuse } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import { isUndoable } from '@/domain/places/annulation'
import type { OccupationVue } from '@/domain/places/depart'
import type { PlacePrise } from '@/domain/places/refus'
import type { Reservation } from '@/domain/places/reservation'
import { holdUntil, nightServed } from '@/domain/places/sejour'
import { holdPlace, type HoldRefusal, type PlaceTenue } from '@/features/places/commands'
import { findConflit, listPlacesSansConflit } from '@/features/places/queries'

/** Promises a place without any request, tonight or from a day on. The same door, the same refusals as for a request. */
export async function bookPlace(
  context: Context,
  { dispositifId, placeId, partenaireId, pourLe, fin, ...besoin }: Reservation,
): Promise<Done<PlaceTenue> | HoldRefusal | Refusal<'START_PAST'>> {
  if (pourLe !== null && pourLe < nightServed(context.now)) return refuse('START_PAST')
  return holdPlace(context, {
    dispositifId,
    placeId,
    besoin,
    pourLe,
    jusquau: fin,
    partenaireId,
    regles: null,
    orientation: null,
  })
}

/** Held again, until `expireLe`. */
export type TenueReprise = { id: string; expireLe: Date }
type UndoRefusal = Refusal<'NOT_FOUND' | 'STALE_VERSION' | 'TOO_LATE_TO_UNDO' | 'PLACE_CLOSED'> | PlacePrise

/**
 * A hold given back by mistake is made again, if nothing took the place: a new hold of the same stay, so that the past keeps showing
 * the place free in between. Only those made without any request: with one, one answers the request.
 */
export async function retakeHold(
  context: Context,
  vue: OccupationVue,
): Promise<Done<TenueReprise> | UndoRefusal> {
  const result = await tryToRetake(context, vue)
  await writeJournal(context, {
    action: 'places.retake',
    objet: 'occupation',
    objetId: vue.occupationId,
    ...(result.ok ? { details: { occupation: result.value.id } } : { refus: result.reason }),
  })
  return result
}

type Released = NonNullable<Awaited<ReturnType<typeof findReleased>>>

function findReleased({ tx }: Context, id: string) {
  return tx.occupation.findFirst({
    where: { id, kind: 'RESERVATION', orientationId: null },
    include: { place: { include: { dispositif: true } } },
  })
}

async function tryToRetake(
  context: Context,
  { occupationId, version }: OccupationVue,
): Promise<Done<TenueReprise> | UndoRefusal> {
  const known = await findReleased(context, occupationId)
  if (known === null || !can(context.actor, 'places.hold', known.place.dispositif)) return refuse('NOT_FOUND')
  await lockDispositifs(context, [known.place.dispositifId])
  const hold = (await findReleased(context, occupationId)) ?? known
  if (hold.version !== version) return refuse('STALE_VERSION')
  const { now } = context
  const over = hold.fin !== null && hold.fin <= now
  if (hold.etat !== 'LIBEREE' || over || !isUndoable(hold.closeLe, now)) return refuse('TOO_LATE_TO_UNDO')
  return takeAgain(context, hold)
}

async function takeAgain(
  context: Context,
  { placeId, organisationId, personnes, fin, finPrevue, place, ...hold }: Released,
): Promise<Done<TenueReprise> | Refusal<'PLACE_CLOSED'> | PlacePrise> {
  const { actor, now, tx } = context
  const debut = hold.debut > now ? hold.debut : now
  const free = await listPlacesSansConflit(tx, place.dispositifId, { debut, fin, now })
  if (!free.some(({ id }) => id === placeId)) {
    const conflit = await findConflit(tx, { placeId }, now)
    return conflit === null ? refuse('PLACE_CLOSED') : { ...refuse('PLACE_TAKEN'), conflit }
  }
  await endExpiredHolds(context, { placeId })
  const expireLe = holdUntil(place.dispositif.dureeTenue, debut, now)
  const { id } = await tx.occupation.create({
    data: {
      placeId,
      organisationId,
      personnes,
      kind: 'RESERVATION',
      etat: 'TENUE',
      debut,
      fin,
      finPrevue,
      expireLe,
      creePar: actor.compteId,
      creeLe: now,
      modifieeLe: now,
    },
    select: { id: true },
  })
  return done({ id, expireLe })
}
