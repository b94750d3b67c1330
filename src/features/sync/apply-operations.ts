import 'server-only'
import { isUnavailable } from '@/db/constraint'
import type { Context } from '@/db/journal'
import { inTransaction } from '@/db/transaction'
import type { Viewer } from '@/domain/comptes/viewer'
import { done, refuse, type Result } from '@/domain/commun/result'
import { phrasesRefusMaraude } from '@/domain/maraudes/refus'
import { empreinteOf } from '@/domain/sync/empreinte'
import { type Enveloppe, type Operation, readActe } from '@/domain/sync/operation'
import { etatsGardes } from '@/domain/sync/etat-garde'
import { isReceived, type ReponseActe } from '@/domain/sync/verdict'
import { logger } from '@/lib/logger'
import { settleOperation, settleWaiting } from './commands'
import { listArrived } from './queries'

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

type Sender = { actor: Viewer; organisationId: string; now: Date; appareilId: string; decalage: number }

/**
 * Takes one sending of a tablet: each act in its own transaction, claimed by its id, in whatever order and however many times
 * it comes. What can be read is always kept; one act never blocks the next; an act the base could not take is `recommencer`.
 * Refuses SANS_ORGANISATION. Throws when the base is down from the start.
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
  let silences = 0
  for (const operation of enveloppe.operations) {
    const answers = silences < SILENCES_MAX ? await applyOperation(sender, operation) : null
    silences = answers === null ? silences + 1 : 0
    verdicts.push(...(answers ?? [{ id: operation.id, verdict: 'recommencer' as const }]))
  }
  const sent = new Set(enveloppe.operations.map(({ id }) => id))
  const recu = verdicts.filter(({ id, verdict }) => sent.has(id) && isReceived(verdict)).length
  const held = await recordContact(sender, enveloppe, recu)
  return done({ recu, verdicts, serveurLe: now.toISOString(), ...held })
}

/** Null when the base did not take the act: it stays on the tablet, and the acts that follow still have their chance. */
async function applyOperation(sender: Sender, operation: Operation): Promise<ReponseActe[] | null> {
  const { id, kind } = operation
  if (readActe(operation).etat === 'version-plus-recente') return [{ id, verdict: 'version-plus-recente' }]
  const empreinte = await empreinteOf(operation)
  try {
    return await inTransaction(sender.actor, async (tx) => {
      const context = { actor: sender.actor, now: sender.now, tx }
      await lockRows(context, operation)
      if (!(await claim(context, sender, operation, empreinte)))
        return [await answerReplay(context, operation, empreinte)]
      return settleOperation(context, { ...operation, appareilId: sender.appareilId })
    })
  } catch (error) {
    logger.error({ operation: id, kind, err: error, unavailable: isUnavailable(error) }, 'acte non appliqué')
    return null
  }
}

/**
 * Serialises the acts that name one another, arrived or not: otherwise a stop could look for its round while the round, not
 * yet committed, looks for waiting stops, and neither would ever see the other.
 */
async function lockRows({ tx }: Context, { id, corps }: Operation): Promise<void> {
  const named = [corps['maraudeId'], corps['remplaceId'], corps['arretId']].filter(
    (value) => typeof value === 'string',
  )
  const ids = [...new Set([id, ...named])].toSorted()
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(row_id, 0)) FROM unnest(${ids}::text[]) AS row_id`
}

/** True when this sending is the first to bring this id. The unique index decides, never a look beforehand. */
async function claim(
  context: Context,
  sender: Sender,
  operation: Operation,
  empreinte: string,
): Promise<boolean> {
  const { id, sequence, kind, schemaVersion, auteurId, creeLe } = operation
  const { appareilId, organisationId, decalage, now } = sender
  const { count } = await context.tx.operation.createMany({
    data: {
      id,
      sequence,
      kind,
      schemaVersion,
      auteurId,
      creeLe,
      appareilId,
      organisationId,
      decalage,
      empreinte,
      verdict: 'APPLIQUE',
      recueLe: now,
    },
    skipDuplicates: true,
  })
  return count === 1
}

async function answerReplay(
  { tx, now }: Context,
  operation: Operation,
  empreinte: string,
): Promise<ReponseActe> {
  const { id } = operation
  const known = await tx.operation.findUnique({ where: { id } })
  // Another organisation holds this id, which row-level security hides: it can only have been copied.
  if (known === null) return { id, verdict: 'conflit', motif: phrasesRefusMaraude.DEJA_PRIS }
  if (known.empreinte === empreinte) {
    const motif = known.motif === null ? {} : { motif: known.motif }
    return { id, verdict: 'doublon', etat: etatsGardes[known.verdict], ...motif }
  }
  await tx.operationConflit.createMany({
    data: { operationId: id, empreinte, corps: operation.corps, recueLe: now },
    skipDuplicates: true,
  })
  return { id, verdict: 'conflit', motif: 'Le même fait est arrivé avec deux textes : les deux sont gardés' }
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
