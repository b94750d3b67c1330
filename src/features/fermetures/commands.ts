import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs } from '@/db/lock'
import { type CivilDate, fromParis } from '@/domain/commun/civil-date'
import { type Done, done, type Refusal, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { FermetureDispositif, FermeturePlace, FermetureVue } from '@/domain/places/fermeture'
import { NOON } from '@/domain/places/sejour'
import { listRelogements, type Relogement } from './queries'

/** A closure made, and who must go elsewhere because of it. */
export type Fermee = { id: string; aReloger: Relogement[] }
type CloseRefusal = 'NOT_FOUND' | 'START_PAST' | 'END_PAST' | 'ALREADY_CLOSED'

/**
 * Closes one place, now or from a day to come. Nobody is put out and nothing is cancelled: the answer lists the stays and bookings
 * that fall in the closure, to be moved one by one. From then on nothing new can be held there.
 */
export async function closePlace(
  context: Context,
  { placeId, ...fermeture }: FermeturePlace,
): Promise<Result<Fermee, CloseRefusal>> {
  const place = await context.tx.place.findUnique({
    where: { id: placeId },
    select: { id: true, dispositif: { select: ofDispositif } },
  })
  const result =
    place === null
      ? refuse('NOT_FOUND')
      : await close(context, place.dispositif, { placeId, dispositifId: null }, fermeture)
  await note(context, 'places.close', 'place', placeId, result)
  return result
}

/** Closes a whole device, with all its places. */
export async function closeDispositif(
  context: Context,
  { dispositifId, ...fermeture }: FermetureDispositif,
): Promise<Result<Fermee, CloseRefusal>> {
  const dispositif = await context.tx.dispositif.findUnique({
    where: { id: dispositifId },
    select: ofDispositif,
  })
  const result =
    dispositif === null
      ? refuse('NOT_FOUND')
      : await close(context, dispositif, { placeId: null, dispositifId }, fermeture)
  await note(context, 'places.close', 'dispositif', dispositifId, result)
  return result
}

const ofDispositif = { id: true, structureId: true, organisationId: true } as const
type Device = { id: string; structureId: string; organisationId: string }
type Cible = { placeId: string; dispositifId: null } | { placeId: null; dispositifId: string }
type Jours = Omit<FermeturePlace, 'placeId'>

async function close(
  context: Context,
  device: Device,
  cible: Cible,
  { cause, note: remarque, ...jours }: Jours,
): Promise<Result<Fermee, CloseRefusal>> {
  const { actor, now, tx } = context
  if (!can(actor, 'places.close', device)) return refuse('NOT_FOUND')
  await lockDispositifs(context, [device.id])
  const du = jours.du === null ? now : beginning(jours.du, now)
  if (du === null) return refuse('START_PAST')
  const finPrevue = jours.finPrevue === null ? null : fromParis(jours.finPrevue, NOON)
  if (finPrevue !== null && finPrevue <= du) return refuse('END_PAST')
  const already = await tx.fermeture.findFirst({
    where: { ...cible, OR: [{ au: null }, { au: { gt: du } }] },
    select: { id: true },
  })
  if (already !== null) return refuse('ALREADY_CLOSED')
  const { id } = await tx.fermeture.create({
    data: { ...cible, cause, du, finPrevue, note: remarque, creePar: actor.compteId, creeLe: now },
    select: { id: true },
  })
  const places = cible.placeId === null ? { dispositifId: cible.dispositifId } : { id: cible.placeId }
  return done({ id, aReloger: await listRelogements(tx, places, { du, au: null }, now) })
}

/** Noon of a day to come, now for today, null for a day past: what was shown is not rewritten. */
function beginning(day: CivilDate, now: Date): Date | null {
  const noon = fromParis(day, NOON)
  if (noon > now) return noon
  return fromParis(day, 24 * 60) > now ? now : null
}

/** Opens again, now; a closure that had not begun never takes place. */
export async function reopen(
  context: Context,
  { fermetureId }: FermetureVue,
): Promise<Result<null, 'NOT_FOUND' | 'ALREADY_OPEN'>> {
  const result = await tryToReopen(context, fermetureId)
  await note(context, 'places.reopen', 'fermeture', fermetureId, result)
  return result
}

async function tryToReopen(
  context: Context,
  id: string,
): Promise<Result<null, 'NOT_FOUND' | 'ALREADY_OPEN'>> {
  const { now, tx } = context
  const device = await findDevice(context, id)
  if (device === null || !can(context.actor, 'places.close', device)) return refuse('NOT_FOUND')
  await lockDispositifs(context, [device.id])
  const current = await tx.fermeture.findFirst({ where: { id, OR: [{ au: null }, { au: { gt: now } }] } })
  if (current === null) return refuse('ALREADY_OPEN')
  if (current.du >= now) await tx.fermeture.delete({ where: { id } })
  else await tx.fermeture.update({ where: { id }, data: { au: now } })
  return done(null)
}

async function findDevice({ tx }: Context, fermetureId: string): Promise<Device | null> {
  const known = await tx.fermeture.findUnique({
    where: { id: fermetureId },
    include: {
      dispositif: { select: ofDispositif },
      place: { select: { dispositif: { select: ofDispositif } } },
    },
  })
  return known?.dispositif ?? known?.place?.dispositif ?? null
}

async function note(
  context: Context,
  action: string,
  objet: string,
  objetId: string,
  result: Done<unknown> | Refusal<string>,
): Promise<void> {
  await writeJournal(context, {
    action,
    objet,
    objetId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
}
