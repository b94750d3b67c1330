import 'server-only'
import { endExpiredHolds, pushLaterHolds } from '@/db/holds'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs } from '@/db/lock'
import { type Done, done, type Refusal, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { OrientationVue } from '@/domain/orientations/reponse'
import { besoinSimple } from '@/domain/places/convient'
import type { Depart, OccupationVue, Visiteur } from '@/domain/places/depart'
import type { PlacePrise } from '@/domain/places/refus'
import {
  endOfStay,
  latestEnd,
  nightServed,
  type RegleSejour,
  regleSejourSchema,
  sansRegle,
} from '@/domain/places/sejour'
import { moveOrientation, type PassageRefusal, type Prepared } from '@/features/passages/commands'
import { holdPlace, type HoldRefusal } from '@/features/places/commands'
import { findConflit, findRegleSejour } from '@/features/places/queries'
import { isClosed } from '@/features/fermetures/queries'

/** A stay that begins. */
export type SejourOuvert = { id: string; libelle: string; fin: Date | null }
type AdmitRefusal = Refusal<'NO_HOLD' | 'HOLD_EXPIRED' | 'PLACE_CLOSED'> | PlacePrise

/**
 * Somebody arrives: ACCEPTÉE → ARRIVÉE, and the hold becomes a stay. Refused when the hour of the hold is past, when the place is
 * closed now, or when a former stay of the place has not been ended: nobody has said that the other person left.
 */
export function admit(
  context: Context,
  vue: OrientationVue,
): Promise<Done<SejourOuvert> | Refusal<PassageRefusal> | AdmitRefusal> {
  const move = { vue, to: 'ARRIVEE', cote: 'STRUCTURE', action: 'sejours.admit' } as const
  return moveOrientation(
    context,
    move,
    async ({ id, regles }): Promise<Prepared<SejourOuvert> | AdmitRefusal> => {
      const opened = await convertHold(
        context,
        id,
        regles === null ? sansRegle : regleSejourSchema.parse(regles),
      )
      return opened.ok
        ? { ...opened, changes: { placeeLe: context.now }, details: { place: opened.value.libelle } }
        : opened
    },
  )
}

async function convertHold(
  context: Context,
  orientationId: string,
  regles: RegleSejour,
): Promise<Done<SejourOuvert> | AdmitRefusal> {
  const hold = await context.tx.occupation.findFirst({
    where: { orientationId, kind: 'RESERVATION' },
    orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
    include: ofHold,
  })
  if (hold === null) return refuse('NO_HOLD')
  await lockDispositifs(context, [hold.place.dispositifId])
  if (!isHeld(hold, context.now)) return refuse('HOLD_EXPIRED')
  return openStay(context, hold, regles)
}

const ofHold = { place: { select: { libelle: true, dispositifId: true } } } as const

/**
 * Somebody comes to the door without any request: taken in at once on a place chosen by the team, with no record but the stay.
 * Refused like any hold when the place is taken or closed.
 */
export async function admitVisitor(
  context: Context,
  { placeId, personnes }: Visiteur,
): Promise<Done<SejourOuvert> | HoldRefusal> {
  const result = await takeIn(context, { placeId, personnes })
  await writeJournal(context, {
    action: 'sejours.admit',
    objet: 'place',
    objetId: placeId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function takeIn(
  context: Context,
  { placeId, personnes }: Visiteur,
): Promise<Done<SejourOuvert> | HoldRefusal> {
  const { tx } = context
  const place = await tx.place.findUnique({ where: { id: placeId }, select: { dispositifId: true } })
  if (place === null) return refuse('NOT_FOUND')
  const held = await holdPlace(context, {
    dispositifId: place.dispositifId,
    placeId,
    besoin: { ...besoinSimple, personnes },
    pourLe: null,
    regles: null,
    orientation: null,
  })
  if (!held.ok) return held
  const hold = await tx.occupation.findUniqueOrThrow({ where: { id: held.value.id }, include: ofHold })
  return openStay(context, hold, held.value.regles)
}

type BookingRefusal = Refusal<
  'NOT_FOUND' | 'STALE_VERSION' | 'HOLD_HAS_REQUEST' | 'HOLD_EXPIRED' | 'PLACE_CLOSED'
>

/** Somebody comes for whom a place was booked without any request. With a request, the arrival is the request's. */
export async function admitBooked(
  context: Context,
  vue: OccupationVue,
): Promise<Done<SejourOuvert> | BookingRefusal | PlacePrise> {
  const result = await tryToAdmitBooked(context, vue)
  await writeJournal(context, {
    action: 'sejours.admit',
    objet: 'occupation',
    objetId: vue.occupationId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function tryToAdmitBooked(
  context: Context,
  { occupationId, version }: OccupationVue,
): Promise<Done<SejourOuvert> | BookingRefusal | PlacePrise> {
  const { actor, now, tx } = context
  const where = { id: occupationId, kind: 'RESERVATION' } as const
  const known = await tx.occupation.findFirst({ where, select: ofStay })
  if (known === null || !can(actor, 'places.admit', known.place.dispositif)) return refuse('NOT_FOUND')
  const { dispositif } = known.place
  await lockDispositifs(context, [dispositif.id])
  const hold = await tx.occupation.findUniqueOrThrow({ where: { id: occupationId }, include: ofHold })
  if (hold.orientationId !== null) return refuse('HOLD_HAS_REQUEST')
  if (!isHeld(hold, now)) return refuse('HOLD_EXPIRED')
  if (hold.version !== version) return refuse('STALE_VERSION')
  return openStay(context, hold, await findRegleSejour(tx, dispositif.id, nightServed(now)))
}

function isHeld({ etat, expireLe }: { etat: string; expireLe: Date | null }, now: Date): boolean {
  return etat === 'TENUE' && expireLe !== null && expireLe > now
}

/** Two people never stand in the same place: not one who has not left, not one to whom it is promised before this stay ends. */
async function openStay(
  context: Context,
  hold: Hold,
  regles: RegleSejour,
): Promise<Done<SejourOuvert> | Refusal<'PLACE_CLOSED'> | PlacePrise> {
  const { now, tx } = context
  const { id, placeId } = hold
  if (await isClosed(tx, placeId, now)) return refuse('PLACE_CLOSED')
  const fin = hold.fin === null || hold.fin <= now ? endOfStay(regles, now) : hold.fin
  await endExpiredHolds(context, { placeId, id: { not: id } })
  const others = [{ etat: 'EN_COURS' as const }, fin === null ? {} : { debut: { lt: fin } }]
  const conflit = await findConflit(tx, { placeId, id: { not: id }, OR: others }, now)
  if (conflit !== null) return { ...refuse('PLACE_TAKEN'), conflit }
  return done(await insertStay(context, hold, { fin, finMaximale: latestEnd(regles, now, fin) }))
}

type Hold = {
  id: string
  placeId: string
  organisationId: string
  fin: Date | null
  personnes: number
  orientationId: string | null
  personneId: string | null
  prescripteurId: string | null
  contingentId: string | null
  place: { libelle: string }
}

async function insertStay(
  { actor, now, tx }: Context,
  hold: Hold,
  { fin, finMaximale }: { fin: Date | null; finMaximale: Date | null },
): Promise<SejourOuvert> {
  const { placeId, organisationId, personnes, orientationId, personneId, prescripteurId, contingentId } = hold
  await tx.occupation.update({
    where: { id: hold.id },
    data: { etat: 'CONVERTIE', modifieeLe: now, version: { increment: 1 } },
  })
  const { id } = await tx.occupation.create({
    data: {
      placeId,
      organisationId,
      personnes,
      orientationId,
      personneId,
      prescripteurId,
      contingentId,
      kind: 'SEJOUR',
      etat: 'EN_COURS',
      debut: now,
      fin,
      finPrevue: fin,
      finMaximale,
      reservationId: hold.id,
      creePar: actor.compteId,
      creeLe: now,
      modifieeLe: now,
    },
    select: { id: true },
  })
  return { id, libelle: hold.place.libelle, fin }
}

type EndRefusal = 'NOT_FOUND' | 'STAY_OVER' | 'STALE_VERSION'

/**
 * A stay ends: the exit is written (where to, why, what it brought), the place is free or to prepare at once, and the orientation
 * it came from is closed. Who is responsible for the follow-up does not change.
 */
export async function endStay(
  context: Context,
  depart: Depart,
): Promise<Result<null, EndRefusal | PassageRefusal>> {
  const orientationId = await findOrientationOf(context, depart.occupationId)
  if (orientationId === null) return endWithoutOrientation(context, depart)
  const vue = { id: orientationId, version: null }
  const move = { vue, to: 'CLOSE', cote: 'STRUCTURE', action: 'sejours.end', motif: depart.issue } as const
  return moveOrientation(context, move, () => leave(context, depart))
}

async function endWithoutOrientation(context: Context, depart: Depart): Promise<Result<null, EndRefusal>> {
  const result = await leave(context, depart)
  await writeJournal(context, {
    action: 'sejours.end',
    objet: 'occupation',
    objetId: depart.occupationId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function findOrientationOf({ tx }: Context, id: string): Promise<string | null> {
  const occupation = await tx.occupation.findUnique({ where: { id }, select: { orientationId: true } })
  return occupation?.orientationId ?? null
}

async function leave(context: Context, depart: Depart): Promise<Result<null, EndRefusal>> {
  const { actor, now, tx } = context
  const where = { id: depart.occupationId, kind: 'SEJOUR' } as const
  const stay = await tx.occupation.findFirst({ where, select: ofStay })
  if (stay === null || !can(actor, 'places.leave', stay.place.dispositif)) return refuse('NOT_FOUND')
  await lockDispositifs(context, [stay.place.dispositif.id])
  const current = await tx.occupation.findUniqueOrThrow({ where: { id: depart.occupationId } })
  if (current.etat !== 'EN_COURS') return refuse('STAY_OVER')
  if (current.version !== depart.version) return refuse('STALE_VERSION')
  await pushLaterHolds(context, current.placeId)
  await tx.occupation.update({
    where: { id: current.id },
    data: { etat: 'TERMINEE', fin: now, modifieeLe: now, version: { increment: 1 } },
  })
  const { destination, issue, acquis } = depart
  await tx.sortie.create({ data: { occupationId: current.id, destination, motif: issue, acquis, le: now } })
  return done(null)
}

const ofStay = {
  place: { select: { dispositif: { select: { id: true, structureId: true, organisationId: true } } } },
} as const
