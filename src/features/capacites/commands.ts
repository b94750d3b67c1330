import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs } from '@/db/lock'
import {
  type CivilDate,
  fromDatabaseDate,
  fromParis,
  toDatabaseDate,
  toParis,
} from '@/domain/commun/civil-date'
import { type Done, done, type Refusal, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { Ouverture, Unites } from '@/domain/places/capacite'
import { changeBetween } from '@/domain/places/periode'
import { NOON, type RegleSejour, regleSejourSchema, sansRegle } from '@/domain/places/sejour'

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
  await dateCapacite(context, dispositifId, { du, au, places, source: motif })
  if (dureeMax !== null) await dateRegle(context, dispositifId, { du, au, dureeMax })
  return done({ id, places, fin })
}

type Dates = { du: CivilDate; au: CivilDate }
type Dated = { id: string; du: Date; au: Date | null }

/** The authorised places of the nights, raised between two dates only. */
async function dateCapacite(
  { tx }: Context,
  dispositifId: string,
  { places, source, ...dates }: Dates & { places: number; source: string },
): Promise<void> {
  const known = await tx.capacite.findMany({
    where: { dispositifId, mode: { not: 'PAR_JOUR' } },
    orderBy: { du: 'desc' },
  })
  const mode = known[0]?.mode ?? 'NUIT'
  const rows = known.filter((row) => row.mode === mode)
  const pieces = changeBetween<{ places: number; source: string | null }>(
    rows.map(toPeriode),
    dates,
    (before) => ({ places: (before?.places ?? 0) + places, source }),
  )
  await tx.capacite.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  await tx.capacite.createMany({
    data: pieces.map(({ fait, ...span }) => ({
      dispositifId,
      mode,
      places: fait.places,
      source: fait.source,
      ...toDates(span),
    })),
  })
}

/** How long one may stay, changed between two dates only; the rest of the rule goes on. */
async function dateRegle(
  { tx }: Context,
  dispositifId: string,
  { dureeMax, ...dates }: Dates & { dureeMax: number },
): Promise<void> {
  const rows = await tx.regleSejour.findMany({ where: { dispositifId } })
  const pieces = changeBetween<RegleSejour>(rows.map(toPeriode), dates, (before) => ({
    ...(before ?? sansRegle),
    dureeMax,
    dureeMin: null,
  }))
  await tx.regleSejour.deleteMany({ where: { dispositifId } })
  await tx.regleSejour.createMany({
    data: pieces.map(({ fait, ...span }) => ({
      dispositifId,
      ...regleSejourSchema.parse(fait),
      ...toDates(span),
    })),
  })
}

function toPeriode<Row extends Dated>(row: Row) {
  return { du: fromDatabaseDate(row.du), au: row.au === null ? null : fromDatabaseDate(row.au), fait: row }
}

function toDates({ du, au }: { du: CivilDate; au: CivilDate | null }) {
  return { du: toDatabaseDate(du), au: au === null ? null : toDatabaseDate(au) }
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
