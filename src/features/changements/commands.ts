import 'server-only'
import { endExpiredHolds, pushLaterHolds } from '@/db/holds'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs } from '@/db/lock'
import { type CivilDate, fromParis, toParis } from '@/domain/commun/civil-date'
import { type Done, done, type Refusal, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { Deplacement, NouvelleFin } from '@/domain/places/changement'
import { type PretRefuse, shareOut } from '@/domain/places/contingent'
import type { OccupationVue } from '@/domain/places/depart'
import type { Conflit } from '@/domain/places/refus'
import { NOON } from '@/domain/places/sejour'
import { listPrets } from '@/features/contingents/queries'
import { findConflit, listPlacesSansConflit } from '@/features/places/queries'
import { findStay, type StayInPlace } from './queries'

type StayRefusal = 'NOT_FOUND' | 'STAY_OVER' | 'STALE_VERSION'
type Taken = Refusal<'PLACE_TAKEN'> & { conflit: Conflit | null }

/** Where somebody now stays. */
export type SejourDeplace = { id: string; libelle: string; fin: Date | null }
type MoveRefusal =
  | PretRefuse
  | Refusal<
      StayRefusal | 'STAY_OVERRUN' | 'SAME_PLACE' | 'DEVICE_CLOSED' | 'PLACE_CLOSED' | 'PLACE_TOO_SMALL'
    >

/**
 * A stay goes on at another place of the same organisation, at once: the present occupation ends now, another follows it with the
 * same request, the same person, the same planned and latest end. All or nothing: nobody is ever in two places, or in none.
 */
export async function moveStay(
  context: Context,
  deplacement: Deplacement,
): Promise<Done<SejourDeplace> | MoveRefusal | Taken> {
  const result = await tryToMove(context, deplacement)
  await note(context, 'sejours.move', deplacement.occupationId, result)
  return result
}

async function tryToMove(
  context: Context,
  { placeId, ...vue }: Deplacement,
): Promise<Done<SejourDeplace> | MoveRefusal | Taken> {
  const target = await findTarget(context, placeId)
  if (target === null) return refuse('NOT_FOUND')
  const opened = await openStay(context, vue, [target.dispositif.id])
  if (!opened.ok) return opened
  const stay = opened.value
  if (stay.organisationId !== target.dispositif.organisationId) return refuse('NOT_FOUND')
  if (stay.placeId === placeId) return refuse('SAME_PLACE')
  if (stay.fin !== null && stay.fin <= context.now) return refuse('STAY_OVERRUN')
  const refused = await refusalOf(context, target, stay)
  return refused ?? done(await carryStay(context, stay, target))
}

type Target = {
  id: string
  libelle: string
  couchages: number
  dispositif: { id: string; structureId: string; organisationId: string; statut: string }
}

async function findTarget({ actor, tx }: Context, placeId: string): Promise<Target | null> {
  const place = await tx.place.findUnique({
    where: { id: placeId },
    select: {
      id: true,
      libelle: true,
      couchages: true,
      dispositif: { select: { id: true, structureId: true, organisationId: true, statut: true } },
    },
  })
  return place !== null && can(actor, 'places.admit', place.dispositif) ? place : null
}

/** Why this stay may not go on at this place, or null when nothing stands in the way. */
async function refusalOf(
  context: Context,
  { id, couchages, dispositif }: Target,
  stay: StayInPlace,
): Promise<Refusal<'DEVICE_CLOSED' | 'PLACE_CLOSED' | 'PLACE_TOO_SMALL'> | PretRefuse | Taken | null> {
  const { now, tx } = context
  const { fin, personnes } = stay
  const sameDevice = stay.place.dispositif.id === dispositif.id
  if (dispositif.statut !== 'OUVERTE') return refuse('DEVICE_CLOSED')
  if (personnes > couchages) return refuse('PLACE_TOO_SMALL')
  const free = await listPlacesSansConflit(tx, dispositif.id, { debut: now, fin, now })
  const sameEnd = free.some((place) => place.id === id && place.jusqua?.getTime() === fin?.getTime())
  if (sameEnd) return sameDevice ? null : refusalOfLoans(context, dispositif.id, stay, free.length)
  const conflit = await findConflit(tx, { placeId: id, ...(fin && { debut: { lt: fin } }) }, now)
  return conflit === null ? refuse('PLACE_CLOSED') : { ...refuse('PLACE_TAKEN'), conflit }
}

/** Coming from another device takes a place of the common pot: those lent are out of reach. */
async function refusalOfLoans(
  { now, tx }: Context,
  dispositifId: string,
  { fin }: StayInPlace,
  libres: number,
): Promise<PretRefuse | null> {
  const prets = await listPrets(tx, dispositifId, { debut: now, fin, now })
  const shared = shareOut(prets, { libres, organisationId: null, now })
  return shared.ok ? null : shared
}

async function carryStay(context: Context, stay: StayInPlace, target: Target): Promise<SejourDeplace> {
  const { actor, now, tx } = context
  await pushLaterHolds(context, stay.placeId)
  await endExpiredHolds(context, { placeId: target.id })
  await tx.occupation.update({
    where: { id: stay.id },
    data: { etat: 'TERMINEE', fin: now, modifieeLe: now, version: { increment: 1 } },
  })
  const { organisationId, personnes, orientationId, personneId, prescripteurId } = stay
  const sameDevice = stay.place.dispositif.id === target.dispositif.id
  const { fin, finPrevue, finMaximale } = stay
  const { id } = await tx.occupation.create({
    data: {
      placeId: target.id,
      organisationId,
      personnes,
      orientationId,
      personneId,
      prescripteurId,
      contingentId: sameDevice ? stay.contingentId : null,
      kind: 'SEJOUR',
      etat: 'EN_COURS',
      debut: now,
      fin,
      finPrevue,
      finMaximale,
      suiteDeId: stay.id,
      creePar: actor.compteId,
      creeLe: now,
      modifieeLe: now,
    },
    select: { id: true },
  })
  return { id, libelle: target.libelle, fin }
}

/** A new planned end. */
export type FinDeSejour = { fin: Date }
type EndRefusal =
  Refusal<StayRefusal | 'END_PAST' | 'PLACE_CLOSED'> | (Refusal<'STAY_TOO_LONG'> & { limite: Date }) | Taken

/**
 * A stay is planned to end another day, at the hour at which it was to end (noon when there was none). Refused past what the rule
 * and the granted prolongations allow, and when a later booking of the place stands in the way, which is named.
 */
export async function prolongStay(
  context: Context,
  { fin, ...vue }: NouvelleFin,
): Promise<Done<FinDeSejour> | EndRefusal> {
  const result = await tryToProlong(context, vue, fin)
  await note(context, 'sejours.prolong', vue.occupationId, result)
  return result
}

async function tryToProlong(
  context: Context,
  vue: OccupationVue,
  day: CivilDate,
): Promise<Done<FinDeSejour> | EndRefusal> {
  const opened = await openStay(context, vue, [])
  if (!opened.ok) return opened
  const stay = opened.value
  const fin = fromParis(day, stay.fin === null ? NOON : toParis(stay.fin).minute)
  if (fin <= context.now) return refuse('END_PAST')
  const { finMaximale } = stay
  if (finMaximale !== null && fin > finMaximale) return { ...refuse('STAY_TOO_LONG'), limite: finMaximale }
  const refused = await refusalOfEnd(context, stay, fin)
  if (refused !== null) return refused
  await context.tx.occupation.update({
    where: { id: stay.id },
    data: { fin, finPrevue: fin, modifieeLe: context.now, version: { increment: 1 } },
  })
  return done({ fin })
}

/** A hold past its hour gives way; a closure to come, or the end of the place, does not. */
async function refusalOfEnd(
  context: Context,
  { id, placeId, debut, place }: StayInPlace,
  fin: Date,
): Promise<Refusal<'PLACE_CLOSED'> | Taken | null> {
  const { now, tx } = context
  const later = { placeId, id: { not: id }, debut: { lt: fin }, OR: [{ fin: null }, { fin: { gt: debut } }] }
  await endExpiredHolds(context, { ...later })
  const conflit = await findConflit(tx, later, now)
  if (conflit !== null) return { ...refuse('PLACE_TAKEN'), conflit }
  const closed = await tx.fermeture.findFirst({
    where: {
      OR: [{ placeId }, { dispositifId: place.dispositif.id }],
      AND: [{ du: { gt: now, lt: fin } }],
    },
    select: { id: true },
  })
  return closed !== null || (place.au !== null && fin > place.au) ? refuse('PLACE_CLOSED') : null
}

/** The stay as the screen showed it, once it is our turn on its device (and on `others`). */
async function openStay(
  context: Context,
  { occupationId, version }: OccupationVue,
  others: readonly string[],
): Promise<Result<StayInPlace, StayRefusal>> {
  const known = await findStay(context.tx, occupationId)
  if (known === null || !can(context.actor, 'places.admit', known.place.dispositif))
    return refuse('NOT_FOUND')
  await lockDispositifs(context, [known.place.dispositif.id, ...others])
  const stay = (await findStay(context.tx, occupationId)) ?? known
  if (stay.etat !== 'EN_COURS') return refuse('STAY_OVER')
  return stay.version === version ? done(stay) : refuse('STALE_VERSION')
}

async function note(
  context: Context,
  action: string,
  objetId: string,
  result: Done<unknown> | Refusal<string>,
): Promise<void> {
  await writeJournal(context, {
    action,
    objet: 'occupation',
    objetId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
}
