import { uuidv7 } from 'uuidv7'
import { sealPli } from '@/domain/sync/pli'
import type { CorpsOf, Kind } from '@/domain/sync/operation'
import { SCHEMA_VERSION } from '@/domain/sync/upcast'
import { appareil, asCle, readCle, STRICT } from './appareil'
import { noteChange } from './changes'
import type { Brouillon, TerrainDatabase } from './database'
import { deviceNow } from './device-clock'
import { newAppareil } from './device-number'
import { withRoom } from './room'

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
    /** drafts that end with this act */
    brouillonIds?: readonly string[]
    suite?: Brouillon
  }
}[Kind]

/**
 * Saves an act on this device: sealed in the queue, readable by its author, next number and end of its draft, all or nothing. An
 * act already saved under this id is left alone (a second tap). Throws when the device refuses to write (storage full): say so,
 * keep the form.
 */
export function saveActe(
  db: TerrainDatabase,
  { id, kind, corps, brouillonIds = [], suite }: NouvelActe,
): Promise<void> {
  return db.inOrder(async () => {
    const auteurId = db.compteId
    const creeLe = deviceNow().toISOString()
    const scellement = await readCle('scellement')
    if (scellement === undefined) throw new Error('clé du serveur inconnue')
    const operation = { id, kind, schemaVersion: SCHEMA_VERSION, auteurId, creeLe, corps }
    const pli = await sealPli(JSON.stringify(operation), scellement.publique)
    const fait = { id, auteurId, le: creeLe, chiffre: await db.lock({ kind, corps }) }
    const next = suite === undefined ? null : await lockBrouillon(db, suite)
    await withRoom(() =>
      appareil.use(async (base) => {
        const tx = base.transaction(['file', 'faits', 'brouillons', 'cles'], 'readwrite', STRICT)
        if ((await tx.objectStore('faits').getKey(id)) === undefined) {
          const known = asCle(await tx.objectStore('cles').get('appareil'), 'appareil') ?? newAppareil()
          const sequence = known.sequence + 1
          await tx.objectStore('cles').put({ ...known, sequence })
          await tx.objectStore('file').add({ id, sequence, auteurId, creeLe, pli, essais: 0, motif: null })
          await tx.objectStore('faits').add(fait)
          for (const ended of brouillonIds) await tx.objectStore('brouillons').delete(ended)
          if (next !== null) await tx.objectStore('brouillons').put(next)
        }
        await tx.done
      }),
    )
    noteChange()
  })
}

async function lockBrouillon(db: TerrainDatabase, { id, ...content }: Brouillon) {
  return { id, auteurId: db.compteId, le: deviceNow().toISOString(), chiffre: await db.lock(content) }
}

/** Keeps what is being typed. */
export function saveBrouillon(db: TerrainDatabase, brouillon: Brouillon): Promise<void> {
  return db.inOrder(async () => {
    const row = await lockBrouillon(db, brouillon)
    await withRoom(() =>
      appareil.use(async (base) => {
        const tx = base.transaction('brouillons', 'readwrite', STRICT)
        await Promise.all([tx.store.put(row), tx.done])
      }),
    )
    noteChange()
  })
}

/** Drops a draft the person gives up. */
export function dropBrouillon(db: TerrainDatabase, id: string): Promise<void> {
  return db.inOrder(async () => {
    await appareil.use((base) => base.delete('brouillons', id))
    noteChange()
  })
}
