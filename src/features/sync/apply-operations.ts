import 'server-only'
import { isUnavailable } from '@/db/constraint'
import { inTransaction } from '@/db/transaction'
import type { Viewer } from '@/domain/comptes/viewer'
import { done, refuse, type Result } from '@/domain/commun/result'
import { type Enveloppe, type Operation, readActe } from '@/domain/sync/operation'
import { isReceived, type ReponseActe } from '@/domain/sync/verdict'
import { logger } from '@/lib/logger'
import { applyTogether } from './apply-together'
import { settleOperation, settleWaiting } from './commands'
import { listArrived } from './queries'
import { answerReplay, claim, lockRows, type Sender, stamp } from './receipts'

/** After so many acts in a row left without an answer, the base is taken as gone and the rest is not tried. */
const SILENCES_MAX = 2

/** What came of the acts of one author. `recus` and `maxSequence`: what the base holds and knows of this tablet. */
export type Application = {
  recu: number
  verdicts: ReponseActe[]
  serveurLe: string
  recus: number
  maxSequence: number
}

/**
 * Takes one sending of a tablet, each act claimed by its id, in whatever order and however many times it comes: all in one
 * transaction when none of them raises a question, otherwise each in its own. What can be read is always kept; one act never
 * blocks the next; an act the base could not take is `recommencer`. Refuses SANS_ORGANISATION. Throws when the base is down from the start.
 */
export async function applyOperations(
  actor: Viewer,
  now: Date,
  enveloppe: Enveloppe,
): Promise<Result<Application, 'SANS_ORGANISATION'>> {
  const { organisationId } = actor
  if (organisationId === null) return refuse('SANS_ORGANISATION')
  const { appareilId } = enveloppe
  // Seconds by which the tablet's clock runs ahead of ours. Told, never used to order anything.
  const decalage = Math.round((enveloppe.envoyeLe.getTime() - now.getTime()) / 1000)
  const sender = { actor, organisationId, now, appareilId, decalage }
  const verdicts = await settleArrived(sender)
  const { operations } = enveloppe
  verdicts.push(...((await applyTogether(sender, operations)) ?? (await applyEach(sender, operations))))
  const sent = new Set(operations.map(({ id }) => id))
  const recu = verdicts.filter(({ id, verdict }) => sent.has(id) && isReceived(verdict)).length
  const held = await recordContact(sender, enveloppe, recu)
  return done({ recu, verdicts, serveurLe: now.toISOString(), ...held })
}

async function applyEach(sender: Sender, operations: readonly Operation[]): Promise<ReponseActe[]> {
  const verdicts: ReponseActe[] = []
  let silences = 0
  for (const operation of operations) {
    const answers = silences < SILENCES_MAX ? await applyOperation(sender, operation) : null
    silences = answers === null ? silences + 1 : 0
    verdicts.push(...(answers ?? [{ id: operation.id, verdict: 'recommencer' as const }]))
  }
  return verdicts
}

/** Null when the base did not take the act: it stays on the tablet, and the acts that follow still have their chance. */
async function applyOperation(sender: Sender, operation: Operation): Promise<ReponseActe[] | null> {
  const { id, kind } = operation
  if (readActe(operation).etat === 'version-plus-recente') return [{ id, verdict: 'version-plus-recente' }]
  const stamped = await stamp(operation)
  try {
    return await inTransaction(sender.actor, async (tx) => {
      const context = { actor: sender.actor, now: sender.now, tx }
      await lockRows(context, [operation])
      const claimed = await claim(context, sender, [stamped])
      if (!claimed.has(id)) return [await answerReplay(context, stamped)]
      return settleOperation(context, { ...operation, appareilId: sender.appareilId })
    })
  } catch (error) {
    logger.error({ operation: id, kind, err: error, unavailable: isUnavailable(error) }, 'acte non appliqué')
    return null
  }
}

/** Acts left waiting because what they needed came from another account. */
async function settleArrived({ actor, now }: Sender): Promise<ReponseActe[]> {
  const answers: ReponseActe[] = []
  for (const id of await listArrived(actor)) {
    try {
      answers.push(...(await inTransaction(actor, (tx) => settleWaiting({ actor, now, tx }, id))))
    } catch (error) {
      if (isUnavailable(error)) throw error
      logger.error({ attend: id, err: error }, 'actes en attente non repris')
    }
  }
  return answers
}

/** Notes what the tablet says of itself; answers how many of its acts the base holds, of how many it said it made. */
function recordContact(
  sender: Sender,
  { sequenceMax, enAttente, plusAncien = null }: Enveloppe,
  recu: number,
): Promise<{ recus: number; maxSequence: number }> {
  const { actor, organisationId, now, appareilId, decalage } = sender
  const left = Math.max(0, enAttente - recu)
  // Brought to our hour. The tablet alone knows which act is the oldest left; unless it says so, what is left waits since now.
  const oldest = plusAncien === null ? now : new Date(plusAncien.getTime() - decalage * 1000)
  const since = left === 0 ? null : oldest
  return inTransaction(actor, async (tx) => {
    await tx.$executeRaw`
      SELECT noter_contact(${appareilId}::uuid, ${now}, ${sequenceMax}::int, ${left}::int, ${since}::timestamptz, ${decalage}::int)`
    const known = await tx.appareil.findUnique({ where: { id: appareilId }, select: { sequenceMax: true } })
    return {
      recus: await tx.operation.count({ where: { appareilId, organisationId } }),
      maxSequence: known?.sequenceMax ?? sequenceMax,
    }
  })
}
