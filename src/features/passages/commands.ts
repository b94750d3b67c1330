import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Prisma } from '@/db/generated/client'
import { type Context, writeJournal } from '@/db/journal'
import { fromDatabaseDate } from '@/domain/commun/civil-date'
import { accountOf } from '@/domain/comptes/viewer'
import { type Done, done, type Refusal, refuse, type Result } from '@/domain/commun/result'
import type {
  Acceptation,
  NonVenue,
  OrientationVue,
  Refus,
  Renoncement,
  Retrait,
} from '@/domain/orientations/reponse'
import type { CoteMotif, StatutOrientation } from '@/domain/orientations/statuts'
import { answers, frees, refusPassage } from '@/domain/orientations/transitions'
import { regleSejourSchema } from '@/domain/places/sejour'
import { holdPlace, type HoldRefusal, type PlaceTenue, releaseHoldsOf } from '@/features/places/commands'
import { type LockedOrientation, lockOrientation } from './queries'

/** The receiver has seen it: ENVOYÉE → REÇUE. */
export function acknowledge(context: Context, vue: OrientationVue): Promise<Moved> {
  return moveOrientation(
    context,
    { vue, to: 'RECUE', cote: 'STRUCTURE', action: 'orientations.acknowledge' },
    changeNothing,
  )
}

/** The receiver looks into it: → À L’ÉTUDE. */
export function startReview(context: Context, vue: OrientationVue): Promise<Moved> {
  return moveOrientation(
    context,
    { vue, to: 'A_L_ETUDE', cote: 'STRUCTURE', action: 'orientations.review' },
    changeNothing,
  )
}

/** The receiver refuses, with a coded reason and a next step. */
export function refuseOrientation(context: Context, { motif, suite, ...vue }: Refus): Promise<Moved> {
  const move: Move = { vue, to: 'REFUSEE', cote: 'STRUCTURE', action: 'orientations.refuse', motif, suite }
  return moveOrientation(context, move, changeNothing)
}

/** The person renounces; her prescriber says so. What was held is freed in the same transaction, and nothing is counted. */
export function renounceOrientation(context: Context, { motif, ...vue }: Renoncement): Promise<Moved> {
  const move: Move = { vue, to: 'RENONCEE', cote: 'PERSONNE', action: 'orientations.renounce', motif }
  return moveOrientation(context, move, changeNothing)
}

/** The prescriber withdraws its request. */
export function withdrawOrientation(context: Context, { motif, ...vue }: Retrait): Promise<Moved> {
  const move: Move = { vue, to: 'RETIREE', cote: 'PRESCRIPTEUR', action: 'orientations.withdraw', motif }
  return moveOrientation(context, move, changeNothing)
}

/** Nobody came: the held place is freed. */
export function reportNotArrived(context: Context, { motif, ...vue }: NonVenue): Promise<Moved> {
  const move: Move = { vue, to: 'NON_VENUE', cote: 'STRUCTURE', action: 'orientations.not-arrived', motif }
  return moveOrientation(context, move, changeNothing)
}

/** Why nobody was taken in. */
export type AcceptRefusal = HoldRefusal | Refusal<'UNKNOWN_DEVICE'>

/**
 * The receiver takes the person in: a place is held for the whole stay, the one chosen or the first that fits. Taking what was
 * asked of all makes the device its receiver. The same request accepted twice at once: one wins, the other reads
 * ALREADY_ANSWERED; the last place asked twice at once: one wins, the other reads which booking has it.
 */
export function acceptOrientation(
  context: Context,
  { dispositifId, placeId, ...vue }: Acceptation,
): Promise<Done<PlaceTenue> | Refusal<PassageRefusal> | AcceptRefusal> {
  const move: Move = { vue, to: 'ACCEPTEE', cote: 'STRUCTURE', action: 'orientations.accept' }
  return moveOrientation(
    context,
    move,
    async (orientation): Promise<Prepared<PlaceTenue> | AcceptRefusal> => {
      const receiver = orientation.receveurDispositifId ?? dispositifId
      if (receiver === null) return refuse('UNKNOWN_DEVICE')
      const held = await holdPlace(context, {
        ...holdRequestOf(orientation),
        dispositifId: receiver,
        placeId,
      })
      if (!held.ok) return held
      const { organisationId, regles } = held.value
      const changes = { receveurDispositifId: receiver, receveurOrganisationId: organisationId, regles }
      return { ...held, changes, details: { place: held.value.libelle } }
    },
  )
}

function holdRequestOf(orientation: LockedOrientation) {
  const { id, personneId, prescripteurOrganisationId, pourLe, regles } = orientation
  return {
    besoin: orientation,
    pourLe: pourLe === null ? null : fromDatabaseDate(pourLe),
    regles: regles === null ? null : regleSejourSchema.parse(regles),
    orientation: { id, personneId, prescripteurId: prescripteurOrganisationId },
  }
}

const changeNothing: Preparation<null, never> = async () => done(null)

/** What any passage may be refused for. */
export type PassageRefusal =
  'NOT_FOUND' | 'NOT_ADDRESSED' | 'ALREADY_ANSWERED' | 'NOT_POSSIBLE' | 'STALE_VERSION'

type Moved = Result<null, PassageRefusal>

/** One passage asked for. `version` null: the caller holds another row that proves what the screen showed. */
export type Move = {
  vue: { id: string; version: number | null }
  to: StatutOrientation
  cote: CoteMotif
  action: string
  motif?: string
  suite?: string
}

/** What a passage does besides changing state: its answer, columns to write, details of the event. */
export type Prepared<Value> = Done<Value> & {
  changes?: Prisma.OrientationUncheckedUpdateInput
  details?: Prisma.InputJsonObject
}

/** Does what the passage needs in other rows, under the orientation's lock, or refuses. */
export type Preparation<Value, Refused extends Refusal<string>> = (
  orientation: LockedOrientation,
) => Promise<Prepared<Value> | Refused>

/**
 * The one door by which an orientation changes state: lock, right, table of passages, version, then `prepare` (which may
 * still refuse), the row, what is held given back if need be, the event and the line of the journal, all or nothing.
 */
export async function moveOrientation<Value, Refused extends Refusal<string> = never>(
  context: Context,
  move: Move,
  prepare: Preparation<Value, Refused>,
): Promise<Done<Value> | Refusal<PassageRefusal> | Refused> {
  const result = await tryToMove(context, move, prepare)
  await writeJournal(context, {
    action: move.action,
    objet: 'orientation',
    objetId: move.vue.id,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function tryToMove<Value, Refused extends Refusal<string>>(
  context: Context,
  move: Move,
  prepare: Preparation<Value, Refused>,
): Promise<Done<Value> | Refusal<PassageRefusal> | Refused> {
  const opened = await openPassage(context, move)
  if (!opened.ok) return opened
  const prepared = await prepare(opened.value)
  if (!prepared.ok) return prepared
  if (frees(move.to)) await releaseHoldsOf(context, opened.value.id)
  await writePassage(context, move, opened.value, prepared)
  return done(prepared.value)
}

async function openPassage(
  context: Context,
  { vue, to, cote }: Move,
): Promise<Result<LockedOrientation, PassageRefusal>> {
  const locked = await lockOrientation(context, vue.id, cote, to === 'ACCEPTEE')
  if (!locked.ok) return locked
  const refused = refusPassage(locked.value.statut, to, cote)
  if (refused !== null) return refuse(refused)
  if (vue.version !== null && vue.version !== locked.value.version) return refuse('STALE_VERSION')
  return locked
}

async function writePassage(
  { actor, now, tx }: Context,
  { to, cote, motif, suite }: Move,
  { id, statut, premiereReponseLe }: LockedOrientation,
  { changes, details }: Prepared<unknown>,
): Promise<void> {
  await tx.orientation.update({
    where: { id },
    data: {
      ...changes,
      ...(motif === undefined ? {} : { motif, motifCote: cote }),
      ...(suite === undefined ? {} : { suite }),
      ...(premiereReponseLe === null && answers(to) ? { premiereReponseLe: now } : {}),
      statut: to,
      version: { increment: 1 },
    },
    select: { id: true },
  })
  await tx.$executeRaw`
    INSERT INTO orientation_evenements (id, orientation_id, de, vers, le, compte_id, cote, motif, details)
    VALUES (${uuidv7()}::uuid, ${id}::uuid, ${statut}::statut_orientation, ${to}::statut_orientation, ${now}, ${accountOf(actor)}::uuid,
      ${cote}::cote_motif, ${motif}, ${details}::jsonb)`
}
