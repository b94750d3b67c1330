import { isReceived } from '@/domain/sync/verdict'
import type { ReponseSync } from '@/domain/sync/verdict'
import type { ActeEnFile, TerrainDatabase } from './database'
import { deviceNow } from './device-clock'
import { readAppareil } from './outbox'
import { type Envoi, type IssueEnvoi, sendOperations } from './sync-client'

/** Acts in one sending, at most; halved while sendings fail, so that a bad line still makes progress. */
export const LOT_MAX = 20

/** How a flush ended. `lot` is the size to begin with next time. */
export type IssueFlush = {
  etat: 'vide' | 'reste' | 'panne' | 'session-terminee' | 'refuse'
  motif: string | null
  lot: number
}

/**
 * Sends the whole queue, by batches, oldest first, those that already failed last. Each act is tried once. An act leaves in
 * the transaction that writes its receipt, and in no other way. With nothing to send, the server still hears of this device.
 */
export async function flushQueue(db: TerrainDatabase, firstLot = LOT_MAX): Promise<IssueFlush> {
  const tried = new Set<string>()
  let lot = firstLot
  for (;;) {
    const batch = (await listToSend(db)).filter(({ id }) => !tried.has(id)).slice(0, lot)
    if (batch.length === 0 && tried.size > 0) break
    const step = await sendBatch(db, batch, lot)
    if ('etat' in step) return step
    for (const { id } of step.settled) tried.add(id)
    lot = step.lot
    if (batch.length === 0) break
  }
  const left = (await listToSend(db)).length
  return { etat: left === 0 ? 'vide' : 'reste', motif: null, lot }
}

type Step = { settled: readonly { id: string }[]; lot: number }

/** One sending: how the flush ends, or the acts whose turn is over and the size of the next batch. */
async function sendBatch(
  db: TerrainDatabase,
  batch: readonly ActeEnFile[],
  lot: number,
): Promise<IssueFlush | Step> {
  const issue = await sendOperations(await makeEnvoi(db, batch))
  switch (issue.etat) {
    case 'session-terminee':
      return { etat: 'session-terminee', motif: null, lot }
    case 'refuse':
      return { etat: 'refuse', motif: issue.motif, lot }
    case 'panne':
      await noteFailure(db, batch, issue.motif)
      return { etat: 'panne', motif: issue.motif, lot: halve(lot) }
    case 'repondu':
      await receive(db, batch, issue.reponse)
      return { settled: batch, lot: Math.min(LOT_MAX, lot * 2) }
    case 'illisible':
    case 'trop-gros':
      return { settled: await setAside(db, batch, issue), lot: halve(lot) }
  }
}

function halve(lot: number): number {
  return Math.max(1, Math.floor(lot / 2))
}

/** What waits to be sent, in the order it will be. Acts the server cannot read are left out. */
async function listToSend(db: TerrainDatabase): Promise<ActeEnFile[]> {
  const rows = await db.file.orderBy('sequence').toArray()
  return rows.filter(({ isIllisible }) => !isIllisible).toSorted((one, other) => one.essais - other.essais)
}

async function makeEnvoi(db: TerrainDatabase, batch: readonly ActeEnFile[]): Promise<Envoi> {
  const { appareilId, sequence } = await readAppareil(db)
  return {
    appareilId,
    envoyeLe: deviceNow().toISOString(),
    enAttente: await db.file.count(),
    sequenceMax: sequence,
    operations: batch.map(
      ({ essais: _essais, motif: _motif, isIllisible: _isIllisible, ...operation }) => operation,
    ),
  }
}

/** Marks the acts the server cannot read, and answers with them. None: the batch must be cut and tried again. */
async function setAside(
  db: TerrainDatabase,
  batch: readonly ActeEnFile[],
  issue: Extract<IssueEnvoi, { etat: 'illisible' | 'trop-gros' }>,
): Promise<{ id: string; motif: string }[]> {
  const named = issue.etat === 'illisible' ? issue.refus.operations : []
  const motif = issue.etat === 'illisible' ? issue.refus.erreur : 'Trop gros pour être envoyé'
  const unreadable = named.flatMap((fault) => {
    const acte = batch[fault.index]
    return acte === undefined ? [] : [{ id: acte.id, motif: fault.motif }]
  })
  const [only] = batch
  // Nobody is named in a sending of one: it is that one, or the queue would never end.
  if (unreadable.length === 0 && batch.length === 1 && only !== undefined)
    unreadable.push({ id: only.id, motif })
  await db.transaction('rw', db.file, async () => {
    for (const fault of unreadable) await db.file.update(fault.id, { isIllisible: true, motif: fault.motif })
  })
  return unreadable
}

/** Writes the receipts and empties the queue of what was received, at once. */
async function receive(
  db: TerrainDatabase,
  batch: readonly ActeEnFile[],
  reponse: ReponseSync,
): Promise<void> {
  const byId = new Map(batch.map((acte) => [acte.id, acte]))
  const { serveurLe, recusParAppareil } = reponse
  await db.transaction('rw', db.file, db.recus, db.cles, async () => {
    for (const { id, verdict, etat, motif = null } of reponse.verdicts) {
      const acte = byId.get(id)
      const settled = verdict === 'doublon' ? (etat ?? verdict) : verdict
      if (acte === undefined) await db.recus.update(id, { verdict: settled, motif })
      else if (isReceived(verdict)) {
        const { sequence, kind, creeLe } = acte
        await db.recus.put({ id, sequence, kind, creeLe, verdict: settled, motif, serveurLe })
        await db.file.delete(id)
      } else await db.file.update(id, { essais: acte.essais + 1, motif: motif ?? null })
    }
    await db.cles.put({ cle: 'envoi', le: deviceNow().toISOString(), recus: recusParAppareil })
  })
}

async function noteFailure(db: TerrainDatabase, batch: readonly ActeEnFile[], motif: string): Promise<void> {
  await db.transaction('rw', db.file, async () => {
    for (const { id, essais } of batch) await db.file.update(id, { essais: essais + 1, motif })
  })
}
