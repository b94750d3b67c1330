import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs, lockOrientationRow } from '@/db/lock'
import { type Done, done, type Refusal, refuse, type Result } from '@/domain/commun/result'
import { type Action, can } from '@/domain/comptes/can'
import { isUndoable, type Retour, retours } from '@/domain/places/annulation'
import type { OccupationVue } from '@/domain/places/depart'
import type { Conflit } from '@/domain/places/refus'
import { holdUntil } from '@/domain/places/sejour'
import { findConflit } from '@/features/places/queries'
import { findSejour, type Sejour } from './queries'

type UndoReason = 'NOT_FOUND' | 'STALE_VERSION' | 'TOO_LATE_TO_UNDO'
type UndoRefusal = Refusal<UndoReason> | (Refusal<'PLACE_TAKEN'> & { conflit: Conflit | null })
type Undone = Done<{ libelle: string }> | UndoRefusal

/**
 * A stay ended by mistake goes on as if it had not been: same place, same planned end, and its request is ARRIVÉE again. Refused when
 * something has taken the place since, when the person has another place, or after a day.
 */
export async function undoDeparture(context: Context, vue: OccupationVue): Promise<Undone> {
  const result = await tryToUndoDeparture(context, vue)
  await note(context, 'sejours.undo-departure', vue.occupationId, result)
  return result
}

async function tryToUndoDeparture(context: Context, vue: OccupationVue): Promise<Undone> {
  const opened = await openSejour(context, vue, 'places.leave')
  if (!opened.ok) return opened
  const sejour = opened.value
  if (sejour.etat !== 'TERMINEE' || !isUndoable(sejour.sortie?.le ?? null, context.now))
    return refuse('TOO_LATE_TO_UNDO')
  if (await hasAnotherPlace(context, sejour)) return refuse('TOO_LATE_TO_UNDO')
  const conflit = await findFollower(context, sejour)
  if (conflit !== null) return { ...refuse('PLACE_TAKEN'), conflit }
  if (!(await takeBack(context, sejour.orientationId, 'DEPART'))) return refuse('TOO_LATE_TO_UNDO')
  const { tx, now } = context
  await tx.sortie.delete({ where: { occupationId: sejour.id } })
  await tx.occupation.update({
    where: { id: sejour.id },
    data: { etat: 'EN_COURS', fin: sejour.finPrevue, modifieeLe: now, version: { increment: 1 } },
  })
  return done({ libelle: sejour.place.libelle })
}

/** What has come to the place since, or would before the planned end. */
function findFollower(
  { tx, now }: Context,
  { id, placeId, debut, finPrevue }: Sejour,
): Promise<Conflit | null> {
  const later = [
    { etat: 'EN_COURS' as const },
    { debut: { gte: debut, ...(finPrevue && { lt: finPrevue }) } },
  ]
  return findConflit(tx, { placeId, id: { not: id }, OR: later }, now)
}

async function hasAnotherPlace({ tx }: Context, { id, orientationId, personneId }: Sejour): Promise<boolean> {
  const same = [...(orientationId ? [{ orientationId }] : []), ...(personneId ? [{ personneId }] : [])]
  if (same.length === 0) return false
  const other = await tx.occupation.findFirst({
    where: { id: { not: id }, etat: 'EN_COURS', OR: same },
    select: { id: true },
  })
  return other !== null
}

/**
 * An arrival noted by mistake: nobody came in. With a request, the place is held for it again, for the usual time of the device; at
 * the door, the place is free again.
 */
export async function undoArrival(context: Context, vue: OccupationVue): Promise<Undone> {
  const result = await tryToUndoArrival(context, vue)
  await note(context, 'sejours.undo-arrival', vue.occupationId, result)
  return result
}

async function tryToUndoArrival(context: Context, vue: OccupationVue): Promise<Undone> {
  const opened = await openSejour(context, vue, 'places.admit')
  if (!opened.ok) return opened
  const sejour = opened.value
  if (!isFreshArrival(sejour, context.now)) return refuse('TOO_LATE_TO_UNDO')
  if (!(await takeBack(context, sejour.orientationId, 'ARRIVEE'))) return refuse('TOO_LATE_TO_UNDO')
  const { tx, now } = context
  const moved = { modifieeLe: now, version: { increment: 1 } }
  await tx.occupation.update({
    where: { id: sejour.id },
    data: { ...moved, etat: 'ANNULEE', reservationId: null },
  })
  if (sejour.reservation !== null) {
    const expireLe = holdUntil(sejour.place.dispositif.dureeTenue, sejour.reservation.debut, now)
    const again =
      sejour.orientationId === null ? { etat: 'LIBEREE' as const } : { etat: 'TENUE' as const, expireLe }
    await tx.occupation.update({
      where: { id: sejour.reservation.id },
      data: { ...moved, ...again, closeLe: null },
    })
  }
  return done({ libelle: sejour.place.libelle })
}

/** Begun within a day, not moved since, and what was promised still has time to run. */
function isFreshArrival({ etat, creeLe, suiteDeId, reservation, orientationId }: Sejour, now: Date): boolean {
  if (etat !== 'EN_COURS' || suiteDeId !== null || !isUndoable(creeLe, now)) return false
  if (orientationId === null) return true
  return reservation !== null && (reservation.fin === null || reservation.fin > now)
}

/** The request becomes again what it was, with the event that says so; false when it is not where the act had left it. */
async function takeBack(
  { actor, now, tx }: Context,
  orientationId: string | null,
  retour: Retour,
): Promise<boolean> {
  if (orientationId === null) return true
  const { de, vers } = retours[retour]
  const { count } = await tx.orientation.updateMany({
    where: { id: orientationId, statut: de },
    data: {
      statut: vers,
      version: { increment: 1 },
      ...(retour === 'DEPART' ? { motif: null, motifCote: null } : { placeeLe: null }),
    },
  })
  if (count === 0) return false
  await tx.orientationEvenement.create({
    data: {
      orientationId,
      de,
      vers,
      le: now,
      compteId: actor.compteId,
      cote: 'STRUCTURE',
      details: { annulation: true },
    },
  })
  return true
}

async function openSejour(
  context: Context,
  { occupationId, version }: OccupationVue,
  action: Action,
): Promise<Result<Sejour, UndoReason>> {
  const known = await findSejour(context.tx, occupationId)
  if (known === null || !can(context.actor, action, known.place.dispositif)) return refuse('NOT_FOUND')
  // The request first, then the device: the order in which every act on a request takes them.
  if (known.orientationId !== null) await lockOrientationRow(context, known.orientationId)
  await lockDispositifs(context, [known.place.dispositifId])
  const sejour = (await findSejour(context.tx, occupationId)) ?? known
  return sejour.version === version ? done(sejour) : refuse('STALE_VERSION')
}

async function note(context: Context, action: string, objetId: string, result: Undone): Promise<void> {
  await writeJournal(context, {
    action,
    objet: 'occupation',
    objetId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
}
