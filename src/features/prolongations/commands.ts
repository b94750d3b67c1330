import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs } from '@/db/lock'
import { addDays, toParis } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type {
  ProlongationDemandee,
  ProlongationRefusee,
  ProlongationVue,
} from '@/domain/parcours/prolongations'
import { prolongStay } from '@/features/changements/commands'
import { findSejourSuivi } from '@/features/suivies/queries'

/** Asks for more days, by whoever shelters or whoever keeps the follow-up. One request waits at most for a stay. */
export async function askProlongation(
  context: Context,
  { occupationId, jours, motif }: ProlongationDemandee,
): Promise<Result<null, 'NOT_FOUND' | 'STAY_OVER' | 'PENDING'>> {
  const result = await tryToAsk(context, { occupationId, jours, motif })
  await note(context, 'prolongations.ask', occupationId, result)
  return result
}

async function tryToAsk(
  { actor, now, tx }: Context,
  { occupationId, jours, motif }: ProlongationDemandee,
): Promise<Result<null, 'NOT_FOUND' | 'STAY_OVER' | 'PENDING'>> {
  const stay = await findSejourSuivi(tx, actor, occupationId)
  if (stay === null) return refuse('NOT_FOUND')
  if (stay.etat !== 'EN_COURS') return refuse('STAY_OVER')
  if ((await tx.prolongation.count({ where: { occupationId, statut: 'DEMANDEE' } })) > 0)
    return refuse('PENDING')
  await tx.prolongation.create({ data: { occupationId, jours, motif, demandeeLe: now } })
  return done(null)
}

type AnswerRefusal = 'NOT_FOUND' | 'DONE_ALREADY' | 'STAY_OVER'
type GrantRefusal = AnswerRefusal | 'NO_ROOM'

/**
 * Gives the days asked: the latest end allowed moves (the base does it), then the planned end. NO_ROOM when a later booking or a
 * closure stands in the way: then nothing is granted.
 */
export async function grantProlongation(
  context: Context,
  { id }: ProlongationVue,
): Promise<Result<{ fin: Date | null }, GrantRefusal>> {
  await context.tx.$executeRaw`SAVEPOINT prolongation`
  const result = await tryToGrant(context, id)
  if (!result.ok) await context.tx.$executeRaw`ROLLBACK TO SAVEPOINT prolongation`
  await note(context, 'prolongations.grant', id, result)
  return result
}

async function tryToGrant(context: Context, id: string): Promise<Result<{ fin: Date | null }, GrantRefusal>> {
  const { now, tx } = context
  const pending = await findPending(context, id)
  if (!pending.ok) return pending
  const { jours, occupation } = pending.value
  await tx.prolongation.update({
    where: { id },
    data: { statut: 'ACCORDEE', reponse: 'ACCORDEE', repondueLe: now },
  })
  if (occupation.fin === null) return done({ fin: null })
  const { version } = await tx.occupation.findUniqueOrThrow({ where: { id: occupation.id } })
  const fin = addDays(toParis(occupation.fin).date, jours)
  const prolonged = await prolongStay(context, { occupationId: occupation.id, version, fin })
  return prolonged.ok ? done({ fin: prolonged.value.fin }) : refuse('NO_ROOM')
}

/** Refuses the days asked, with the reason and what is proposed instead. */
export async function refuseProlongation(
  context: Context,
  { id, reponse, suite }: ProlongationRefusee,
): Promise<Result<null, AnswerRefusal>> {
  const pending = await findPending(context, id)
  if (pending.ok)
    await context.tx.prolongation.update({
      where: { id },
      data: { statut: 'REFUSEE', reponse, suite, repondueLe: context.now },
    })
  const result = pending.ok ? done(null) : pending
  await note(context, 'prolongations.refuse', id, result)
  return result
}

async function findPending(context: Context, id: string) {
  const request = await lockRequest(context, id)
  if (request === null) return refuse('NOT_FOUND')
  if (request.statut !== 'DEMANDEE') return refuse('DONE_ALREADY')
  return request.occupation.etat === 'EN_COURS' ? done(request) : refuse('STAY_OVER')
}

/** The row of the device, then the request: in the order of whoever moves or ends the stay, or the two would wait for each other. */
async function lockRequest(context: Context, id: string) {
  const known = await readRequest(context, id)
  if (known === null) return null
  const { dispositif } = known.occupation.place
  if (!can(context.actor, 'prolongations.answer', dispositif)) return null
  await lockDispositifs(context, [dispositif.id])
  await context.tx.$queryRaw`SELECT id FROM prolongations WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return readRequest(context, id)
}

function readRequest({ tx }: Context, id: string) {
  const dispositif = { select: { id: true, structureId: true, organisationId: true } } as const
  return tx.prolongation.findUnique({
    where: { id },
    select: {
      jours: true,
      statut: true,
      occupation: { select: { id: true, etat: true, fin: true, place: { select: { dispositif } } } },
    },
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
    objet: action === 'prolongations.ask' ? 'occupation' : 'prolongation',
    objetId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
}
