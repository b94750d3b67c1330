import 'server-only'
import type { Context } from '@/db/journal'
import { inTransaction } from '@/db/transaction'
import type { Viewer } from '@/domain/comptes/viewer'
import { type Acte, type Operation, readActe } from '@/domain/sync/operation'
import type { ReponseActe } from '@/domain/sync/verdict'
import { logArrets } from '@/features/maraudes/commands'
import { logger } from '@/lib/logger'
import { perform } from './commands'
import { answerReplay, claim, lockRows, type Sender, type Stamped, stamp } from './receipts'

type Read = { operation: Stamped; acte: Acte }

/**
 * Applies a whole sending in one transaction, as long as nothing in it needs a decision: every act read, signed by who sends it,
 * accepted by the rules, and waited for by no other. Anything else undoes all of it and answers null: each act must then be
 * applied on its own, so that the wrong one holds none of the others back.
 */
export async function applyTogether(
  sender: Sender,
  operations: readonly Operation[],
): Promise<ReponseActe[] | null> {
  const acts = await readAll(sender.actor, operations)
  if (acts === null) return null
  if (acts.length === 0) return []
  try {
    return await inTransaction(sender.actor, (tx) =>
      applyAll({ actor: sender.actor, now: sender.now, tx }, sender, acts),
    )
  } catch (error) {
    // Each act is tried again alone: what is really wrong is told there, of the act at fault.
    if (!(error instanceof OneByOne))
      logger.warn({ err: error, actes: acts.length }, 'envoi repris acte par acte')
    return null
  }
}

/** Not a fault: thrown to undo the transaction. */
class OneByOne extends Error {}

async function readAll(actor: Viewer, operations: readonly Operation[]): Promise<Read[] | null> {
  const ids = new Set(operations.map(({ id }) => id))
  if (ids.size < operations.length) return null
  const actes: Acte[] = []
  for (const operation of operations) {
    const lecture = readActe(operation)
    if (lecture.etat !== 'lu' || operation.auteurId !== actor.compteId) return null
    actes.push(lecture.acte)
  }
  const stamped = await Promise.all(operations.map(stamp))
  return stamped.flatMap((operation, index) => {
    const acte = actes[index]
    return acte === undefined ? [] : [{ operation, acte }]
  })
}

async function applyAll(context: Context, sender: Sender, acts: readonly Read[]): Promise<ReponseActe[]> {
  const operations = acts.map(({ operation }) => operation)
  await lockRows(context, operations)
  const claimed = await claim(context, sender, operations)
  await refuseIfWaitedFor(context, claimed)
  const answers: ReponseActe[] = []
  for (const run of runsOf(acts.filter(({ operation }) => claimed.has(operation.id))))
    await performRun(context, sender.appareilId, run)
  for (const operation of operations) {
    const { id } = operation
    answers.push(claimed.has(id) ? { id, verdict: 'applique' } : await answerReplay(context, operation))
  }
  return answers
}

/** An act that waited for one of these is applied after it, and may change it: one at a time. */
async function refuseIfWaitedFor({ actor, tx }: Context, claimed: ReadonlySet<string>): Promise<void> {
  const waiting = await tx.operation.count({
    where: { attendId: { in: [...claimed] }, verdict: 'EN_ATTENTE', auteurId: actor.compteId },
  })
  if (waiting > 0) throw new OneByOne()
}

/** The acts in the order they came, stops that follow one another together. */
function runsOf(acts: readonly Read[]): Read[][] {
  const runs: Read[][] = []
  for (const act of acts) {
    const last = runs.at(-1)
    if (last !== undefined && isStop(act) && last.every(isStop)) last.push(act)
    else runs.push([act])
  }
  return runs
}

function isStop({ acte }: Read): boolean {
  return acte.kind === 'arret.noter'
}

async function performRun(context: Context, appareilId: string, run: readonly Read[]): Promise<void> {
  const stops = run.flatMap(({ operation: { id }, acte }) =>
    acte.kind === 'arret.noter' ? [{ ...acte.corps, id }] : [],
  )
  if (stops.length === run.length) {
    const logged = await logArrets(context, stops)
    if (!logged.ok) throw new OneByOne()
    return
  }
  for (const { operation, acte } of run) {
    const issue = await perform(context, { ...operation, appareilId }, acte)
    if (issue.etat !== 'applique' || issue.remplacee !== null) throw new OneByOne()
  }
}
