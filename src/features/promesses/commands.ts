import 'server-only'
import type { Context } from '@/db/journal'
import { toDatabaseDate } from '@/domain/commun/civil-date'
import { type Done, done, type Refusal, refuse } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { Issue } from '@/domain/orientations/motifs'
import type { OrientationVue, Promesse } from '@/domain/orientations/reponse'
import { nightServed } from '@/domain/places/sejour'
import { moveOrientation, type PassageRefusal } from '@/features/passages/commands'
import { hasPlaces } from './queries'

type Answer<Reason extends string> = Promise<Done<null> | Refusal<PassageRefusal | Reason>>

/**
 * A device that keeps no places here takes somebody in for a day it promises. Refuses HAS_PLACES when it does keep places (one then
 * holds one), DATE_PAST, UNKNOWN_DEVICE when asked of all and the device is not the actor's.
 */
export function promiseEntry(
  context: Context,
  { dispositifId, entreePrevue, ...vue }: Promesse,
): Answer<'HAS_PLACES' | 'DATE_PAST' | 'UNKNOWN_DEVICE'> {
  const move = { vue, to: 'ACCEPTEE', cote: 'STRUCTURE', action: 'orientations.promise' } as const
  return moveOrientation(context, move, async ({ receveurDispositifId }) => {
    const { tx, now, actor } = context
    const id = receveurDispositifId ?? dispositifId
    if (entreePrevue < nightServed(now)) return refuse('DATE_PAST')
    const dispositif =
      id === null ? null : await tx.dispositif.findUnique({ where: { id }, select: ofDispositif })
    if (dispositif === null || !can(actor, 'orientations.answer', dispositif)) return refuse('UNKNOWN_DEVICE')
    if (await hasPlaces(tx, dispositif.id)) return refuse('HAS_PLACES')
    const { id: receveur, organisationId: receveurOrganisationId } = dispositif
    const changes = {
      receveurDispositifId: receveur,
      receveurOrganisationId,
      entreePrevue: toDatabaseDate(entreePrevue),
    }
    return { ...done(null), changes, details: { entree: entreePrevue } }
  })
}

const ofDispositif = { id: true, structureId: true, organisationId: true } as const

/** Somebody comes where no place was held: ACCEPTÉE on a promised day → ARRIVÉE, without any stay. Refuses NO_HOLD without a promise. */
export function receivePromised(context: Context, vue: OrientationVue): Answer<'NO_HOLD'> {
  const move = { vue, to: 'ARRIVEE', cote: 'STRUCTURE', action: 'orientations.receive-promised' } as const
  return moveOrientation(context, move, async ({ entreePrevue }) =>
    entreePrevue === null ? refuse('NO_HOLD') : { ...done(null), changes: { placeeLe: context.now } },
  )
}

/** Somebody received without any stay leaves: → CLOSE. With a stay, one ends the stay (NOT_POSSIBLE). */
export function closePromised(
  context: Context,
  { issue, ...vue }: OrientationVue & { issue: Issue },
): Answer<never> {
  const move = {
    vue,
    to: 'CLOSE',
    cote: 'STRUCTURE',
    action: 'orientations.close-promised',
    motif: issue,
  } as const
  return moveOrientation(context, move, async ({ id }) => {
    const stays = await context.tx.occupation.count({ where: { orientationId: id, etat: 'EN_COURS' } })
    return stays > 0 ? refuse('NOT_POSSIBLE') : done(null)
  })
}
