import 'server-only'
import { uuidv7 } from 'uuidv7'
import { endExpiredHolds } from '@/db/holds'
import { type Context, writeJournal } from '@/db/journal'
import { type CivilDate, fromParis } from '@/domain/commun/civil-date'
import { type Done, done, type Refusal, refuse, type Result } from '@/domain/commun/result'
import { type Action, can } from '@/domain/comptes/can'
import { type Besoin, rankPlaces } from '@/domain/places/convient'
import { type PretRefuse, shareOut } from '@/domain/places/contingent'
import type { PlacePrise } from '@/domain/places/refus'
import {
  endOfStay,
  holdUntil,
  latestEnd,
  nightServed,
  NOON,
  type RegleSejour,
  startOfStay,
} from '@/domain/places/sejour'
import type { PlaceVue } from '@/domain/places/depart'
import type { StatutStructure } from '@/domain/structures/listes'
import { listPrets } from '@/features/contingents/queries'
import { findConflit, findRegleSejour, listPlacesSansConflit, type PlaceSansConflit } from './queries'

/**
 * What a hold is asked for. `placeId` null: the first that fits. `regles`: those frozen on the orientation, else those in force.
 * `jusquau`: the day of departure when it is known, else as long as the rule says.
 */
export type HoldRequest = {
  dispositifId: string
  placeId: string | null
  besoin: Besoin
  pourLe: CivilDate | null
  jusquau?: CivilDate | null
  /** without a request: the partner on whose loan the place is taken */
  partenaireId?: string | null
  regles: RegleSejour | null
  orientation: { id: string; personneId: string | null; prescripteurId: string } | null
}

/** A place held for a whole stay, until `expireLe`. */
export type PlaceTenue = {
  id: string
  placeId: string
  organisationId: string
  libelle: string
  debut: Date
  fin: Date | null
  expireLe: Date
  regles: RegleSejour
}

/** Why nothing was held. */
export type HoldRefusal =
  | Refusal<'NOT_FOUND' | 'DEVICE_CLOSED' | 'PLACE_CLOSED' | 'PLACE_TOO_SMALL' | 'END_PAST'>
  | (Refusal<'STAY_TOO_LONG'> & { limite: Date })
  | PretRefuse
  | PlacePrise

/**
 * Holds a place for the whole stay. Bookings of one device stand in line behind its row, so that nobody is told « plus de
 * place » because of a booking that then fails; those of two devices do not wait for each other. A hold of this place past
 * its hour is ended here, by whoever needs the place: nothing has to run for it to be free.
 */
export async function holdPlace(
  context: Context,
  request: HoldRequest,
): Promise<Done<PlaceTenue> | HoldRefusal> {
  const result = await tryToHold(context, request)
  await writeJournal(context, {
    action: 'places.hold',
    objet: 'dispositif',
    objetId: request.dispositifId,
    ...(result.ok
      ? { details: { place: result.value.placeId, occupation: result.value.id } }
      : { refus: result.reason }),
  })
  return result
}

async function tryToHold(context: Context, request: HoldRequest): Promise<Done<PlaceTenue> | HoldRefusal> {
  const { tx, now } = context
  const dispositif = await lockDispositif(context, request.dispositifId, 'places.hold')
  if (dispositif === null) return refuse('NOT_FOUND')
  if (dispositif.statut !== 'OUVERTE') return refuse('DEVICE_CLOSED')
  const { pourLe, jusquau = null } = request
  const regles = request.regles ?? (await findRegleSejour(tx, dispositif.id, pourLe ?? nightServed(now)))
  const debut = startOfStay(regles, pourLe, now)
  const planned = plannedEnd(regles, debut, jusquau)
  if (!planned.ok) return planned
  const taken = await takePlace(context, request, dispositif, { debut, fin: planned.value })
  return taken.ok ? done({ ...taken.value, regles }) : taken
}

type Device = { id: string; organisationId: string; dureeTenue: number }

async function takePlace(
  context: Context,
  request: HoldRequest,
  { id: dispositifId, organisationId, dureeTenue }: Device,
  { debut, fin }: Span,
): Promise<Done<Omit<PlaceTenue, 'regles'>> | HoldRefusal> {
  const { tx, now } = context
  const free = await listPlacesSansConflit(tx, dispositifId, { debut, fin, now })
  const place = choose(free, request)
  if (place === undefined) return explain(context, request, { debut, fin })
  if (request.besoin.personnes > place.couchages) return refuse('PLACE_TOO_SMALL')
  const beneficiary = request.orientation?.prescripteurId ?? request.partenaireId ?? null
  const prets = place.prete ? await listPrets(tx, dispositifId, { debut, fin, now }) : []
  const shared = shareOut(prets, { libres: free.length, organisationId: beneficiary, now })
  if (!shared.ok) return shared
  const held = { debut, fin: place.jusqua, expireLe: holdUntil(dureeTenue, debut, now), organisationId }
  const id = await insertHold(context, request, place, { ...held, contingentId: shared.value })
  return done({ ...held, id, placeId: place.id, libelle: place.libelle })
}

function choose(
  free: readonly PlaceSansConflit[],
  { placeId, besoin }: HoldRequest,
): PlaceSansConflit | undefined {
  return placeId === null
    ? rankPlaces(free, besoin).find(({ blocage }) => blocage === null)
    : free.find(({ id }) => id === placeId)
}

/** The end asked for, or the rule's. */
function plannedEnd(
  regles: RegleSejour,
  debut: Date,
  jusquau: CivilDate | null,
): Done<Date | null> | Refusal<'END_PAST'> | (Refusal<'STAY_TOO_LONG'> & { limite: Date }) {
  if (jusquau === null) return done(endOfStay(regles, debut))
  const fin = fromParis(jusquau, regles.sortie ?? NOON)
  if (fin <= debut) return refuse('END_PAST')
  const limite = latestEnd(regles, debut, null)
  return limite !== null && fin > limite ? { ...refuse('STAY_TOO_LONG'), limite } : done(fin)
}

type Span = { debut: Date; fin: Date | null }

async function explain(
  { tx, now }: Context,
  request: HoldRequest,
  { debut, fin }: Span,
): Promise<HoldRefusal> {
  const { dispositifId, placeId } = request
  if (placeId === null) {
    return { ...refuse('NO_PLACE_LEFT'), conflit: await findConflit(tx, { place: { dispositifId } }, now) }
  }
  const place = await tx.place.findFirst({ where: { id: placeId, dispositifId }, select: { id: true } })
  if (place === null) return refuse('NOT_FOUND')
  const overlap = [
    ...(fin === null ? [] : [{ debut: { lt: fin } }]),
    { OR: [{ fin: null }, { fin: { gt: debut } }, { etat: 'EN_COURS' as const, fin: { lte: now } }] },
  ]
  const conflit = await findConflit(tx, { placeId, AND: overlap }, now)
  return conflit === null ? refuse('PLACE_CLOSED') : { ...refuse('PLACE_TAKEN'), conflit }
}

async function insertHold(
  context: Context,
  { besoin, orientation }: HoldRequest,
  place: PlaceSansConflit,
  span: Span & { expireLe: Date; organisationId: string; contingentId: string | null },
): Promise<string> {
  const { actor, now, tx } = context
  if (place.echue) await endExpiredHolds(context, { placeId: place.id })
  const id = uuidv7()
  // In SQL: under the lock of the device everybody waits, and the client takes longer to write this statement than the base to run it.
  await tx.$executeRaw`
    INSERT INTO occupations (id, place_id, organisation_id, kind, etat, debut, fin, fin_prevue, expire_le, personnes, orientation_id,
      personne_id, prescripteur_id, contingent_id, cree_par, cree_le, modifiee_le)
    VALUES (${id}::uuid, ${place.id}::uuid, ${span.organisationId}::uuid, 'RESERVATION', 'TENUE', ${span.debut}, ${span.fin}, ${span.fin},
      ${span.expireLe}, ${besoin.personnes}, ${orientation?.id}::uuid, ${orientation?.personneId}::uuid,
      ${orientation?.prescripteurId}::uuid, ${span.contingentId}::uuid, ${actor.compteId}::uuid, ${now}, ${now})`
  return id
}

/** Frees whatever is held for an orientation that will not come, in the transaction of what ended it. */
export async function releaseHoldsOf(context: Context, orientationId: string): Promise<void> {
  const { tx, now } = context
  const { count } = await tx.occupation.updateMany({
    where: { orientationId, etat: 'TENUE' },
    data: { etat: 'LIBEREE', modifieeLe: now, version: { increment: 1 } },
  })
  if (count > 0)
    await writeJournal(context, { action: 'places.release', objet: 'orientation', objetId: orientationId })
}

/** Somebody says that a place left is ready again. */
export async function markReady(
  context: Context,
  { placeId, version }: PlaceVue,
): Promise<Result<null, ChangeRefusal>> {
  const { tx, now } = context
  const place = await tx.place.findUnique({
    where: { id: placeId },
    select: { dispositif: { select: { structureId: true, organisationId: true } } },
  })
  const allowed = place !== null && can(context.actor, 'places.prepare', place.dispositif)
  const { count } = allowed
    ? await tx.place.updateMany({
        where: { id: placeId, version },
        data: { preteLe: now, version: { increment: 1 } },
      })
    : { count: 0 }
  const result = allowed ? (count === 1 ? done(null) : refuse('STALE_VERSION')) : refuse('NOT_FOUND')
  await note(context, 'places.prepare', placeId, result)
  return result
}

type ChangeRefusal = 'NOT_FOUND' | 'STALE_VERSION'
async function note(
  context: Context,
  action: string,
  objetId: string,
  result: Result<unknown, string>,
): Promise<void> {
  await writeJournal(context, {
    action,
    objet: action === 'places.prepare' ? 'place' : 'occupation',
    objetId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
}

type LockedDevice = Device & { structureId: string; statut: StatutStructure }

/** Waits for its turn on the device and reads it as it is then; null when the actor may not act there. */
async function lockDispositif(
  { actor, tx }: Context,
  id: string,
  action: Action,
): Promise<LockedDevice | null> {
  const [dispositif] = await tx.$queryRaw<LockedDevice[]>`
    SELECT id, structure_id AS "structureId", organisation_id AS "organisationId", statut::text, duree_tenue AS "dureeTenue"
    FROM dispositifs WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return dispositif !== undefined && can(actor, action, dispositif) ? dispositif : null
}
