import { uuidv7 } from 'uuidv7'
import { appareil, asCle, type LigneAppareil, readCle, STRICT } from './appareil'
import { noteChange } from './changes'

/** This browser's own number, made at first use, and the number of its last act. */
export async function readAppareil(): Promise<LigneAppareil> {
  const numbered = await readCle('appareil')
  if (numbered !== undefined) return numbered
  return appareil.use(async (db) => {
    const tx = db.transaction('cles', 'readwrite', STRICT)
    const known = asCle(await tx.store.get('appareil'), 'appareil')
    const line = known ?? newAppareil()
    if (known === undefined) await tx.store.put(line)
    await tx.done
    return line
  })
}

/** A device that nobody has enrolled yet. */
export function newAppareil(): LigneAppareil {
  return { cle: 'appareil', appareilId: uuidv7(), sequence: 0, nom: null }
}

/**
 * The device was enrolled under another number: what still waits is numbered again from one, so that what the server counts
 * under this number has no hole.
 */
export async function noteEnrolment({ appareilId, nom }: { appareilId: string; nom: string }): Promise<void> {
  await appareil.use(async (db) => {
    const tx = db.transaction(['file', 'cles'], 'readwrite', STRICT)
    let sequence = 0
    for (const acte of await tx.objectStore('file').index('sequence').getAll())
      await tx.objectStore('file').put({ ...acte, sequence: ++sequence, essais: 0 })
    await tx.objectStore('cles').put({ cle: 'appareil', appareilId, sequence, nom })
    await tx.objectStore('cles').delete('envoi')
    await tx.done
  })
  noteChange()
}
