import 'server-only'
import type { Occupation } from '@/db/generated/client'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs } from '@/db/lock'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { OccupationVue } from '@/domain/places/depart'
import { holdUntil } from '@/domain/places/sejour'
import { listPlacesSansConflit } from '@/features/places/queries'

type ChangeRefusal = 'NOT_FOUND' | 'STALE_VERSION'

/**
 * Gives a hold more time: its device's usual length again, from now. Once its hour is past the place was free: if nothing has taken it,
 * another hold of the same stay follows, so that the past keeps showing the place free in between; else refused.
 */
export async function extendHold(
  context: Context,
  vue: OccupationVue,
): Promise<Result<{ expireLe: Date }, ChangeRefusal | 'HOLD_EXPIRED'>> {
  const result = await tryToExtend(context, vue)
  await note(context, 'places.extend', vue.occupationId, result)
  return result
}

async function tryToExtend(
  context: Context,
  vue: OccupationVue,
): Promise<Result<{ expireLe: Date }, ChangeRefusal | 'HOLD_EXPIRED'>> {
  const opened = await openHold(context, vue)
  if (!opened.ok) return opened
  const { now } = context
  const { hold, dispositif } = opened.value
  const expireLe = holdUntil(dispositif.dureeTenue, hold.debut, now)
  if (hold.expireLe !== null && hold.expireLe > now) await changeHold(context, hold.id, { expireLe })
  else if (!(await holdAgain(context, hold, { dispositifId: dispositif.id, expireLe })))
    return refuse('HOLD_EXPIRED')
  return done({ expireLe })
}

async function holdAgain(
  context: Context,
  hold: Occupation,
  { dispositifId, expireLe }: { dispositifId: string; expireLe: Date },
): Promise<boolean> {
  const { tx, now, actor } = context
  const debut = hold.debut > now ? hold.debut : now
  const free = await listPlacesSansConflit(tx, dispositifId, { debut, fin: hold.fin, now })
  const over = hold.fin !== null && hold.fin <= debut
  if (over || !free.some(({ id }) => id === hold.placeId)) return false
  await changeHold(context, hold.id, { etat: 'EXPIREE' })
  const { id: _former, closeLe: _closed, version: _version, ...same } = hold
  await tx.occupation.create({
    data: { ...same, debut, expireLe, creePar: actor.compteId, creeLe: now, modifieeLe: now },
  })
  return true
}

/** Frees a hold made without any request (a phone call, somebody at the door). With a request, one answers the request. */
export async function releaseHold(
  context: Context,
  vue: OccupationVue,
): Promise<Result<null, ChangeRefusal | 'HOLD_EXPIRED' | 'HOLD_HAS_REQUEST'>> {
  const tied = await context.tx.occupation.findFirst({
    where: { id: vue.occupationId, orientationId: { not: null } },
    select: { id: true },
  })
  const result = tied === null ? await openHold(context, vue) : refuse('HOLD_HAS_REQUEST')
  if (result.ok) await changeHold(context, vue.occupationId, { etat: 'LIBEREE' })
  await note(context, 'places.release', vue.occupationId, result)
  return result.ok ? done(null) : result
}

type OpenedHold = { hold: Occupation; dispositif: { id: string; dureeTenue: number } }

/** A hold that still stands, as the screen showed it, once it is our turn on its device. */
async function openHold(
  context: Context,
  { occupationId, version }: OccupationVue,
): Promise<Result<OpenedHold, ChangeRefusal | 'HOLD_EXPIRED'>> {
  const { tx } = context
  const known = await tx.occupation.findUnique({ where: { id: occupationId }, select: ofDispositif })
  const dispositif = known?.place.dispositif
  if (!dispositif || !can(context.actor, 'places.hold', dispositif)) return refuse('NOT_FOUND')
  await lockDispositifs(context, [dispositif.id])
  const hold = await tx.occupation.findUniqueOrThrow({ where: { id: occupationId } })
  if (hold.etat !== 'TENUE') return refuse('HOLD_EXPIRED')
  return hold.version === version ? done({ hold, dispositif }) : refuse('STALE_VERSION')
}

const ofDispositif = {
  place: {
    select: {
      dispositif: { select: { id: true, structureId: true, organisationId: true, dureeTenue: true } },
    },
  },
} as const

async function changeHold(
  { tx, now }: Context,
  id: string,
  change: { expireLe?: Date; etat?: 'LIBEREE' | 'EXPIREE' },
): Promise<void> {
  await tx.occupation.update({
    where: { id },
    data: { ...change, modifieeLe: now, version: { increment: 1 } },
  })
}

async function note(
  context: Context,
  action: string,
  objetId: string,
  result: Result<unknown, string>,
): Promise<void> {
  await writeJournal(context, {
    action,
    objet: 'occupation',
    objetId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
}
