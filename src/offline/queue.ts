import { type ActeEnFile, appareil, ILLISIBLE, readCle, type Recu } from './appareil'
import { noteChange } from './changes'

/** How much is still here, how much the server holds of what this tablet made, when it last answered, how old the oldest is. */
export type Comptes = {
  file: number
  faits: number
  recus: number
  dernier: string | null
  plusAncien: string | null
  nom: string | null
}

/** Counts proven by the server's last answer, never by what this tablet believes. */
export async function readComptes(): Promise<Comptes> {
  const { sequence: faits = 0, nom = null } = (await readCle('appareil')) ?? {}
  const { recus = 0, le: dernier = null } = (await readCle('envoi')) ?? {}
  return { faits, nom, recus, dernier, ...(await countFile()) }
}

async function countFile(): Promise<Pick<Comptes, 'file' | 'plusAncien'>> {
  return appareil.use(async (db) => {
    const oldest = await db.transaction('file').store.index('sequence').openCursor()
    return { file: await db.count('file'), plusAncien: oldest?.value.creeLe ?? null }
  })
}

/** The first acts of the queue, oldest first. */
export async function listFile(count: number): Promise<ActeEnFile[]> {
  return appareil.use((db) => db.getAllFromIndex('file', 'sequence', null, count))
}

/** Whether the server could not take this act, which then waits for somebody to look. */
export function isBlocked({ essais }: ActeEnFile): boolean {
  return essais >= ILLISIBLE
}

/** Puts such an act back in the sendings (the server may have been updated since). */
export async function retryActe(id: string): Promise<void> {
  await appareil.use(async (db) => {
    const tx = db.transaction('file', 'readwrite')
    const acte = await tx.store.get(id)
    if (acte !== undefined) await tx.store.put({ ...acte, essais: 0, motif: null })
    await tx.done
  })
  noteChange()
}

/** The last receipts of this person, the latest first. */
export async function listReceipts(auteurId: string, count: number): Promise<Recu[]> {
  return appareil.use(async (db) => {
    const found: Recu[] = []
    let cursor = await db.transaction('recus').store.index('sequence').openCursor(null, 'prev')
    while (cursor !== null && found.length < count) {
      if (cursor.value.auteurId === auteurId) found.push(cursor.value)
      cursor = await cursor.continue()
    }
    return found
  })
}

/** Whether the server holds this act, and what it said of it. */
export async function findSuivi(id: string): Promise<{ enFile: ActeEnFile | null; recu: Recu | null }> {
  return appareil.use(async (db) => ({
    enFile: (await db.get('file', id)) ?? null,
    recu: (await db.get('recus', id)) ?? null,
  }))
}
