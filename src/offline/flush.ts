import type { ReponseSync } from '@/domain/sync/reponse'
import { isReceived, type ReponseActe } from '@/domain/sync/verdict'
import {
  type ActeEnFile,
  appareil,
  asCle,
  ILLISIBLE,
  type LigneAppareil,
  type Recu,
  STRICT,
} from './appareil'
import { noteChange } from './changes'
import { deviceNow } from './device-clock'
import { readAppareil } from './device-number'
import { listComptes } from './forget'
import { type Envoi, type IssueEnvoi, sendOperations } from './sync-client'

/** Acts in one sending, at most; halved while sendings fail, so that a bad line still makes progress. */
export const LOT_MAX = 20

/** How a flush ended. `lot` is the size to begin with next time; `effacer`, the accounts closed since. */
export type IssueFlush = {
  etat: 'vide' | 'reste' | 'panne' | 'session-terminee' | 'retiree' | 'refuse'
  motif: string | null
  lot: number
  effacer: string[]
  /** acts that left: the line works, whatever happened next */
  partis: number
}

/**
 * Sends the whole queue, by batches, oldest first, those that already failed last. Each act is tried once. An act leaves in
 * the transaction that writes its receipt, and in no other way. With nothing to send, the server still hears of this device. An
 * enrolled tablet sends everybody's acts; another sends those of `compteId`, under their session.
 */
export async function flushQueue(compteId: string, firstLot = LOT_MAX): Promise<IssueFlush> {
  const { nom } = await readAppareil()
  const tour = new Tour(nom === null ? compteId : null)
  const effacer: string[] = []
  let lot = firstLot
  let partis = 0
  do {
    const step = await sendBatch(await tour.listNext(lot), lot)
    if ('etat' in step) return { ...step, effacer, partis }
    partis += await tour.settle(step.settled)
    effacer.push(...step.effacer)
    lot = step.lot
  } while (await tour.hasNext())
  return {
    etat: (await listToSend(tour.auteurId, 1)).length === 0 ? 'vide' : 'reste',
    motif: null,
    lot,
    effacer,
    partis,
  }
}

/** One go at the whole queue: an act that had its chance and stays waits for the next one. */
class Tour {
  readonly #tried = new Set<string>()

  constructor(readonly auteurId: string | null) {}

  async listNext(lot: number): Promise<ActeEnFile[]> {
    const acts = await listToSend(this.auteurId, this.#tried.size + lot)
    return acts.filter(({ id }) => !this.#tried.has(id)).slice(0, lot)
  }

  async hasNext(): Promise<boolean> {
    return (await this.listNext(1)).length > 0
  }

  /** How many of them are gone. */
  async settle(acts: readonly { id: string }[]): Promise<number> {
    const here = await appareil.use((db) => Promise.all(acts.map(({ id }) => db.getKey('file', id))))
    for (const id of here) if (id !== undefined) this.#tried.add(id)
    return here.filter((id) => id === undefined).length
  }
}

type Step = { settled: readonly { id: string }[]; lot: number; effacer: string[] }
type Fin = Omit<IssueFlush, 'effacer' | 'partis'>

/** One sending: how the flush ends, or the acts whose turn is over and the size of the next batch. */
async function sendBatch(batch: readonly ActeEnFile[], lot: number): Promise<Fin | Step> {
  const issue = await sendOperations(await makeEnvoi(batch))
  switch (issue.etat) {
    case 'session-terminee':
    case 'retiree':
      return { etat: issue.etat, motif: null, lot }
    case 'refuse':
      return { etat: 'refuse', motif: issue.motif, lot }
    case 'panne':
      await noteFailure(batch, issue.motif)
      return { etat: 'panne', motif: issue.motif, lot: halve(lot) }
    case 'repondu':
      await receive(batch, issue.reponse)
      return { settled: batch, lot: Math.min(LOT_MAX, lot * 2), effacer: issue.reponse.effacer }
    case 'illisible':
    case 'trop-gros':
      return { settled: await setAside(batch, issue), lot: halve(lot), effacer: [] }
  }
}

function halve(lot: number): number {
  return Math.max(1, Math.floor(lot / 2))
}

/** The next acts to send, those that failed least first. Blocked ones are left out. */
function listToSend(auteurId: string | null, count: number): Promise<ActeEnFile[]> {
  return appareil.use((db) =>
    auteurId === null
      ? db.getAllFromIndex('file', 'tour', IDBKeyRange.upperBound([ILLISIBLE]), count)
      : db.getAllFromIndex('file', 'tourDe', IDBKeyRange.bound([auteurId], [auteurId, ILLISIBLE]), count),
  )
}

async function makeEnvoi(batch: readonly ActeEnFile[]): Promise<Envoi> {
  const { appareilId, sequence } = await readAppareil()
  const { enAttente, oldest } = await appareil.use(async (db) => ({
    enAttente: await db.count('file'),
    oldest: await db.transaction('file').store.index('sequence').openCursor(),
  }))
  return {
    protocole: 2,
    appareilId,
    envoyeLe: deviceNow().toISOString(),
    enAttente,
    plusAncien: oldest?.value.creeLe ?? null,
    maxSequence: sequence,
    comptes: (await listComptes()).flatMap(({ compteId, aUnCode }) => (aUnCode ? [compteId] : [])),
    operations: batch.map(({ id, sequence: numero, pli }) => ({ id, sequence: numero, enveloppe: pli })),
  }
}

/** Marks the acts the server cannot take, and answers with them. None: the batch must be cut and tried again. */
async function setAside(
  batch: readonly ActeEnFile[],
  issue: Extract<IssueEnvoi, { etat: 'illisible' | 'trop-gros' }>,
): Promise<{ id: string }[]> {
  const named = issue.etat === 'illisible' ? issue.refus.operations : []
  const motif = issue.etat === 'illisible' ? issue.refus.erreur : 'Trop gros pour être envoyé'
  const faults = named.flatMap((fault) => {
    const acte = batch[fault.index]
    return acte === undefined ? [] : [{ ...acte, essais: ILLISIBLE, motif: fault.motif }]
  })
  const [only] = batch
  // Nobody is named in a sending of one: it is that one, or the queue would never end.
  if (faults.length === 0 && batch.length === 1 && only !== undefined)
    faults.push({ ...only, essais: ILLISIBLE, motif })
  await appareil.use(async (db) => {
    const tx = db.transaction('file', 'readwrite')
    await Promise.all([...faults.map((acte) => tx.store.put(acte)), tx.done])
  })
  noteChange()
  return faults
}

/** Writes the receipts and empties the queue of what was received, at once. */
async function receive(batch: readonly ActeEnFile[], reponse: ReponseSync): Promise<void> {
  const byId = new Map(batch.map((acte) => [acte.id, acte]))
  const { serveurLe, recus, maxSequence, scellement } = reponse
  const le = deviceNow().toISOString()
  await appareil.use(async (db) => {
    const tx = db.transaction(['file', 'recus', 'cles'], 'readwrite', STRICT)
    const [file, receipts, cles] = [tx.objectStore('file'), tx.objectStore('recus'), tx.objectStore('cles')]
    for (const answer of reponse.verdicts) {
      const acte = byId.get(answer.id)
      const known = acte ?? (await receipts.get(answer.id))
      if (known === undefined) continue
      if (isReceived(answer.verdict)) {
        await receipts.put(recuOf(known, answer, serveurLe))
        await file.delete(known.id)
      } else if (acte) await file.put(failed(acte, answer.motif))
    }
    await cles.put({ cle: 'envoi', le, recus, maxSequence })
    const contact = asCle(await cles.get('contact'), 'contact')
    if (contact) await cles.put({ ...contact, le })
    if (scellement !== null) await cles.put({ cle: 'scellement', publique: scellement })
    const line = asCle(await cles.get('appareil'), 'appareil')
    if (line) await cles.put(corrected(line, reponse))
    await tx.done
  })
  noteChange()
}

/**
 * The server remembers more acts than this tablet says it made: its browser erased them. Numbers go on after those, so that none
 * is used twice and the coordination sees which are missing.
 */
function corrected(line: LigneAppareil, { maxSequence, appareil: known }: ReponseSync): LigneAppareil {
  return { ...line, ...known, sequence: Math.max(line.sequence, maxSequence) }
}

type Connu = Pick<Recu, 'id' | 'sequence' | 'auteurId' | 'creeLe'>

/** A receipt, without content. A replay is worth what the server held already. */
function recuOf({ id, sequence, auteurId, creeLe }: Connu, answer: ReponseActe, serveurLe: string): Recu {
  const { verdict, etat, motif = null } = answer
  const settled = verdict === 'doublon' ? (etat ?? verdict) : verdict
  return { id, sequence, auteurId, creeLe, verdict: settled, motif, serveurLe }
}

function failed(acte: ActeEnFile, motif: string | null = null): ActeEnFile {
  return { ...acte, essais: acte.essais + 1, motif }
}

async function noteFailure(batch: readonly ActeEnFile[], motif: string): Promise<void> {
  await appareil.use(async (db) => {
    const tx = db.transaction('file', 'readwrite')
    const notes = batch.map((acte) => tx.store.put(failed(acte, motif)))
    await Promise.all([...notes, tx.done])
  })
  noteChange()
}
