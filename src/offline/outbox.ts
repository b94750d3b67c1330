import { uuidv7 } from 'uuidv7'
import type { CorpsOf, Kind } from '@/domain/sync/operation'
import { SCHEMA_VERSION } from '@/domain/sync/upcast'
import { readLastAccount } from './account'
import { type Brouillon, type Recu, TerrainDatabase } from './database'
import { deviceNow } from './device-clock'

/** A new act's id: made here, once, when its screen opens; saving twice is then saving once. */
export function newActeId(): string {
  return uuidv7()
}

/**
 * An act to save, and the draft it comes from, if any: removed with it, or replaced by `suite` when one goes on writing (the
 * stop was saved so that a request can leave; what follows will correct it).
 */
export type NouvelActe = {
  [Name in Kind]: {
    id: string
    kind: Name
    corps: CorpsOf<Name>
    brouillonId?: string
    suite?: BrouillonAGarder
  }
}[Kind]

/** A draft, not dated yet. */
export type BrouillonAGarder = DistributiveOmit<Brouillon, 'modifieLe'>
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never

/**
 * Saves an act on this device: queue, local fact, next number and end of its draft, all or nothing. An act already saved under
 * this id is left alone (a second tap). Throws when the device refuses to write (storage full): say so, keep the form.
 */
export async function saveActe(db: TerrainDatabase, acte: NouvelActe): Promise<void> {
  const { brouillonId, suite, ...fait } = acte
  const { id, kind, corps } = fait
  const creeLe = deviceNow().toISOString()
  await db.transaction('rw', db.file, db.faits, db.brouillons, db.cles, async () => {
    if ((await db.faits.get(id)) !== undefined) return
    await db.file.add({
      id,
      sequence: await nextSequence(db),
      kind,
      schemaVersion: SCHEMA_VERSION,
      auteurId: db.compteId,
      creeLe,
      // As it will travel: what JSON drops must be dropped now, so that the body never changes afterwards.
      corps: JSON.parse(JSON.stringify(corps)),
      essais: 0,
      motif: null,
      isIllisible: false,
    })
    await db.faits.add({ ...fait, creeLe })
    if (brouillonId !== undefined) await db.brouillons.delete(brouillonId)
    if (suite !== undefined) await db.brouillons.put({ ...suite, modifieLe: creeLe })
  })
}

/** Called inside the transaction that saves the act, hence without a hole. */
async function nextSequence(db: TerrainDatabase): Promise<number> {
  const { appareilId, sequence } = await readAppareil(db)
  await db.cles.put({ cle: 'appareil', appareilId, sequence: sequence + 1 })
  return sequence + 1
}

/** This browser's own number for this account, made at first use, and the number of its last act. */
export async function readAppareil(db: TerrainDatabase): Promise<{ appareilId: string; sequence: number }> {
  return db.transaction('rw', db.cles, async () => {
    const known = await db.readCle('appareil')
    if (known !== undefined) return known
    const made = { cle: 'appareil' as const, appareilId: uuidv7(), sequence: 0 }
    await db.cles.add(made)
    return made
  })
}

/** Keeps what is being typed. */
export async function saveBrouillon(db: TerrainDatabase, brouillon: BrouillonAGarder): Promise<void> {
  await db.brouillons.put({ ...brouillon, modifieLe: deviceNow().toISOString() })
}

/** Puts an act the server could not read back in the sendings (the server may have been updated since). */
export async function retryActe(db: TerrainDatabase, id: string): Promise<void> {
  await db.file.update(id, { isIllisible: false, motif: null })
}

/** Drops a draft the person gives up. */
export async function dropBrouillon(db: TerrainDatabase, id: string): Promise<void> {
  await db.brouillons.delete(id)
}

/** Whether nothing is being typed on this device: it may start again without interrupting anybody. */
export async function hasNoDraft(): Promise<boolean> {
  const compteId = readLastAccount()
  if (compteId === null) return true
  const db = new TerrainDatabase(compteId)
  const count = await db.brouillons.count()
  db.close()
  return count === 0
}

/** The last receipts, the latest first. */
export async function listReceipts(db: TerrainDatabase, count: number): Promise<Recu[]> {
  const older = Math.max(0, (await db.recus.count()) - count)
  return (await db.recus.orderBy('sequence').offset(older).toArray()).toReversed()
}

const KEEP_MS = 72 * 3_600_000

/** Forgets rounds closed for three days whose acts have all been received, and receipts of a month. Drafts and queue stay. */
export async function forgetOldFacts(db: TerrainDatabase): Promise<void> {
  const now = deviceNow().getTime()
  await db.transaction('rw', db.file, db.faits, db.recus, async () => {
    if ((await db.file.count()) === 0)
      await db.faits.filter(({ creeLe }) => now - Date.parse(creeLe) > KEEP_MS).delete()
    await db.recus.filter(({ serveurLe }) => now - Date.parse(serveurLe) > 10 * KEEP_MS).delete()
  })
}
