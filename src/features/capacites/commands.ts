import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { changeCapacite, changeRegle } from '@/db/dated-facts'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs } from '@/db/lock'
import {
  addDays,
  type CivilDate,
  fromDatabaseDate,
  fromParis,
  toDatabaseDate,
  toParis,
} from '@/domain/commun/civil-date'
import { type Done, done, type Refusal, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { Ouverture, OuvertureChangee, Unites } from '@/domain/places/capacite'
import { NOON, sansRegle } from '@/domain/places/sejour'
import { findRegleSejour } from '@/features/places/queries'

/** How many anonymous units a device has now. */
export type UnitesPosees = { unites: number }
type UnitsRefusal = 'NOT_FOUND' | 'UNITS_BUSY'

/**
 * Sets how many anonymous units a device without numbered beds has. More: new ones, from now. Fewer: free ones end now, the latest
 * first; refused when too few are free, since nobody is put out. What a unit was stays written.
 */
export async function setUnits(
  context: Context,
  unites: Unites,
): Promise<Result<UnitesPosees, UnitsRefusal>> {
  const result = await tryToSet(context, unites)
  await note(context, 'capacites.units', unites.dispositifId, result)
  return result
}

async function tryToSet(
  context: Context,
  { dispositifId, nombre }: Unites,
): Promise<Result<UnitesPosees, UnitsRefusal>> {
  const dispositif = await openDispositif(context, dispositifId)
  if (dispositif === null) return refuse('NOT_FOUND')
  const current = await context.tx.place.count({
    where: {
      dispositifId,
      anonyme: true,
      ouvertureId: null,
      OR: [{ au: null }, { au: { gt: context.now } }],
    },
  })
  if (nombre > current)
    await addUnits(context, dispositif, {
      count: nombre - current,
      du: context.now,
      au: null,
      ouvertureId: null,
    })
  if (nombre < current && !(await endUnits(context, dispositifId, current - nombre)))
    return refuse('UNITS_BUSY')
  return done({ unites: nombre })
}

type Device = { id: string; organisationId: string }
type Lot = { count: number; du: Date; au: Date | null; ouvertureId: string | null }

async function addUnits(
  { tx }: Context,
  { id: dispositifId, organisationId }: Device,
  { count, ...lot }: Lot,
): Promise<void> {
  const known = await tx.place.findMany({
    where: { dispositifId, anonyme: true },
    select: { libelle: true },
    orderBy: { du: 'asc' },
  })
  const name = /^(.*\S)\s+\d+$/.exec(known[0]?.libelle ?? '')?.[1] ?? 'Place'
  const numbers = known.map(({ libelle }) => Number(/\d+$/.exec(libelle)?.[0] ?? 0))
  const last = Math.max(0, ...numbers)
  const units = Array.from({ length: count }, (_, index) => `${name} ${last + index + 1}`)
  await tx.place.createMany({
    data: units.map((libelle) => ({ dispositifId, organisationId, libelle, anonyme: true, ...lot })),
  })
}

async function endUnits({ now, tx }: Context, dispositifId: string, count: number): Promise<boolean> {
  const free = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM etat_places_a(${now}, ${dispositifId}::uuid) e JOIN places p ON p.id = e.place_id
    WHERE p.anonyme AND p.ouverture_id IS NULL AND e.statut IN ('LIBRE', 'A_PREPARER')
      AND NOT EXISTS (SELECT FROM occupations o WHERE o.place_id = p.id AND o.etat = 'TENUE' AND o.expire_le > ${now})
    ORDER BY p.du DESC, length(p.libelle) DESC, p.libelle DESC LIMIT ${count}`
  if (free.length < count) return false
  await tx.place.updateMany({
    where: { id: { in: free.map(({ id }) => id) } },
    data: { au: now, version: { increment: 1 } },
  })
  return true
}

/** Places opened at once, until noon of that day. */
export type PlacesOuvertes = { id: string; places: number; fin: Date }
type OpeningRefusal = 'NOT_FOUND' | 'DEVICE_CLOSED' | 'START_PAST' | 'ALREADY_OPENED'

/**
 * Crisis: opens many places at once, dated. Their capacity and, when asked, the stay rule of that time are dated with them: before
 * and after, the device says what it said. On the last day nobody new can be put there, and stays end that noon at the latest.
 */
export async function openPlaces(
  context: Context,
  ouverture: Ouverture,
): Promise<Result<PlacesOuvertes, OpeningRefusal>> {
  const result = await tryToOpen(context, ouverture)
  await note(context, 'capacites.open', ouverture.dispositifId, result)
  return result
}

async function tryToOpen(
  context: Context,
  { dispositifId, places, du, au, dureeMax, motif }: Ouverture,
): Promise<Result<PlacesOuvertes, OpeningRefusal>> {
  const { actor, now, tx } = context
  const dispositif = await openDispositif(context, dispositifId)
  if (dispositif === null) return refuse('NOT_FOUND')
  if (dispositif.statut !== 'OUVERTE') return refuse('DEVICE_CLOSED')
  const today = toParis(now).date
  if (du < today) return refuse('START_PAST')
  const dates = { du: toDatabaseDate(du), au: toDatabaseDate(au) }
  const other = await tx.ouvertureCrise.findFirst({
    where: { dispositifId, du: { lt: dates.au }, au: { gt: dates.du } },
    select: { id: true },
  })
  if (other !== null) return refuse('ALREADY_OPENED')
  const { id } = await tx.ouvertureCrise.create({
    data: { dispositifId, places, ...dates, motif, creePar: actor.compteId, creeLe: now },
    select: { id: true },
  })
  const fin = fromParis(au, NOON)
  const debut = du === today ? now : fromParis(du, NOON)
  await addUnits(context, dispositif, { count: places, du: debut, au: fin, ouvertureId: id })
  await changeCapacite(context.tx, dispositifId, { du, au }, (before) => ({
    places: (before?.places ?? 0) + places,
    source: motif,
  }))
  if (dureeMax !== null)
    await changeRegle(context.tx, dispositifId, { du, au }, (before) => ({
      ...(before ?? sansRegle),
      dureeMax,
      dureeMin: null,
    }))
  return done({ id, places, fin })
}

type ChangeRefusal = 'NOT_FOUND' | 'END_PAST' | 'ALREADY_OPENED' | 'OPENING_BUSY'

/**
 * Another last day for places opened at once: later, or sooner. Sooner, nobody is put out: stays there are planned to end that noon at the
 * latest, and it is refused while a booking begins after it. Capacity and stay rule follow, between the two days only.
 */
export async function changeOpening(
  context: Context,
  changement: OuvertureChangee,
): Promise<Result<{ fin: Date; avances: number }, ChangeRefusal>> {
  const result = await tryToChange(context, changement)
  await note(context, 'capacites.change', changement.ouvertureId, result)
  return result
}

async function tryToChange(
  context: Context,
  { ouvertureId, au }: OuvertureChangee,
): Promise<Result<{ fin: Date; avances: number }, ChangeRefusal>> {
  const { now, tx } = context
  const known = await tx.ouvertureCrise.findUnique({ where: { id: ouvertureId } })
  if (known === null || (await openDispositif(context, known.dispositifId)) === null)
    return refuse('NOT_FOUND')
  const ouverture = await tx.ouvertureCrise.findUniqueOrThrow({ where: { id: ouvertureId } })
  const before = fromDatabaseDate(ouverture.au)
  const fin = fromParis(au, NOON)
  if (fin <= now || fromParis(before, NOON) <= now || au <= fromDatabaseDate(ouverture.du))
    return refuse('END_PAST')
  const other = await tx.ouvertureCrise.findFirst({
    where: {
      dispositifId: ouverture.dispositifId,
      id: { not: ouvertureId },
      du: { lt: toDatabaseDate(au) },
      au: { gt: ouverture.du },
    },
    select: { id: true },
  })
  if (other !== null) return refuse('ALREADY_OPENED')
  const avances = await bringForward(context, ouvertureId, fin)
  if (avances === null) return refuse('OPENING_BUSY')
  await tx.ouvertureCrise.update({ where: { id: ouvertureId }, data: { au: toDatabaseDate(au) } })
  await tx.place.updateMany({ where: { ouvertureId }, data: { au: fin, version: { increment: 1 } } })
  await moveEnd(context, ouverture, before, au)
  return done({ fin, avances })
}

/** Stays and holds planned past the new end are planned to end then; null when something begins after it. */
async function bringForward({ now, tx }: Context, ouvertureId: string, fin: Date): Promise<number | null> {
  const live: Prisma.OccupationWhereInput = {
    place: { ouvertureId },
    OR: [{ etat: 'EN_COURS' }, { etat: 'TENUE', expireLe: { gt: now } }],
  }
  const after = await tx.occupation.count({ where: { AND: [live, { debut: { gte: fin } }] } })
  if (after > 0) return null
  const { count } = await tx.occupation.updateMany({
    where: { AND: [live, { OR: [{ fin: null }, { fin: { gt: fin } }] }] },
    data: { fin, finPrevue: fin, modifieeLe: now, version: { increment: 1 } },
  })
  return count
}

/** What was true on the eve of the end goes on until the new one; or what follows begins sooner. */
async function moveEnd(
  { tx }: Context,
  { dispositifId, places, motif }: { dispositifId: string; places: number; motif: string },
  before: CivilDate,
  au: CivilDate,
): Promise<void> {
  if (au === before) return
  const longer = au > before
  const dates = longer ? { du: before, au } : { du: au, au: before }
  await changeCapacite(tx, dispositifId, dates, (fait) => ({
    places: Math.max(0, (fait?.places ?? 0) + (longer ? places : -places)),
    source: longer ? motif : null,
  }))
  const followed = await findRegleSejour(tx, dispositifId, longer ? addDays(before, -1) : before)
  await changeRegle(tx, dispositifId, dates, () => followed)
}

async function openDispositif(context: Context, id: string) {
  const dispositif = await context.tx.dispositif.findUnique({
    where: { id },
    select: { id: true, structureId: true, organisationId: true, statut: true },
  })
  if (dispositif === null || !can(context.actor, 'places.configure', dispositif)) return null
  await lockDispositifs(context, [id])
  return dispositif
}

async function note(
  context: Context,
  action: string,
  objetId: string,
  result: Done<unknown> | Refusal<string>,
): Promise<void> {
  await writeJournal(context, {
    action,
    objet: 'dispositif',
    objetId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
}
