import { deleteDB, openDB } from 'idb'
import type { Operation } from '@/domain/sync/operation'
import { sealPli } from '@/domain/sync/pli'
import { appareil, asCle, clearBaseOf, readCle, STRICT } from './appareil'
import type { Brouillon, TerrainDatabase } from './database'
import { newAppareil } from './device-number'
import { saveBrouillon } from './outbox'

type ActeEnClair = Omit<Operation, 'creeLe'> & { creeLe: string }

/**
 * Takes over the base of the tablet's first version, which kept one person's acts in clear: every act not sent is sealed as it
 * was written, whatever its version (the server brings it up to date), drafts are locked, and the old base is removed.
 */
export async function adoptClearBase(db: TerrainDatabase): Promise<void> {
  const name = clearBaseOf(db.compteId)
  const old = await openDB(name)
  const has = (store: string) => old.objectStoreNames.contains(store)
  const acts: ActeEnClair[] = has('file') ? await old.getAll('file') : []
  const facts: { id: string; kind: string; creeLe: string; corps: unknown }[] = has('faits')
    ? await old.getAll('faits')
    : []
  const drafts: Brouillon[] = has('brouillons') ? await old.getAll('brouillons') : []
  old.close()
  for (const acte of acts.toSorted((one, other) => one.sequence - other.sequence)) await seal(db, acte)
  for (const fact of facts) await lockFact(db, fact)
  for (const draft of drafts) await saveBrouillon(db, draft)
  await deleteDB(name)
}

async function seal(db: TerrainDatabase, acte: ActeEnClair): Promise<void> {
  const scellement = await readCle('scellement')
  if (scellement === undefined) throw new Error('clé du serveur inconnue')
  const { id, kind, schemaVersion, auteurId, creeLe, corps } = acte
  const pli = await sealPli(
    JSON.stringify({ id, kind, schemaVersion, auteurId, creeLe, corps }),
    scellement.publique,
  )
  await appareil.use(async (base) => {
    const tx = base.transaction(['file', 'recus', 'cles'], 'readwrite', STRICT)
    const isKnown = (await tx.objectStore('file').getKey(id)) ?? (await tx.objectStore('recus').getKey(id))
    if (isKnown === undefined) {
      const known = asCle(await tx.objectStore('cles').get('appareil'), 'appareil') ?? newAppareil()
      const sequence = known.sequence + 1
      await tx.objectStore('cles').put({ ...known, sequence })
      await tx.objectStore('file').add({ id, sequence, auteurId, creeLe, pli, essais: 0, motif: null })
    }
    await tx.done
  })
}

async function lockFact(
  db: TerrainDatabase,
  { id, creeLe, kind, corps }: { id: string; creeLe: string; kind: string; corps: unknown },
): Promise<void> {
  const chiffre = await db.lock({ kind, corps })
  await appareil.use((base) => base.put('faits', { id, auteurId: db.compteId, le: creeLe, chiffre }))
}
