import { appareil, type CompteLocal, readCle } from './appareil'
import { noteChange } from './changes'
import { deviceNow } from './device-clock'
import { dropSeenPlan } from './room'
import { dropCoffre, dropEveryCoffre } from './vault'

const HOUR_MS = 3_600_000
const FACTS_MS = 72 * HOUR_MS
const RECEIPTS_MS = 30 * 24 * HOUR_MS

/** Everybody who worked on this tablet. */
export async function listComptes(): Promise<CompteLocal[]> {
  return appareil.use((db) => db.getAll('comptes'))
}

/** Remembers somebody, and whether what is locked for them can still be opened. */
export async function saveCompte(compte: CompteLocal): Promise<void> {
  await appareil.use((db) => db.put('comptes', compte))
  noteChange()
}

/**
 * Forgets all that these accounts can read here: their key, their pack, their drafts, their acts. The sealed queue stays, which
 * nobody reads on a tablet: it will leave by itself. `keepName`: they may choose a code again without network.
 */
export async function forgetComptes(compteIds: readonly string[], keepName: boolean): Promise<void> {
  for (const compteId of compteIds) {
    await dropCoffre(compteId)
    await appareil.use(async (db) => {
      const tx = db.transaction(['comptes', 'faits', 'brouillons'], 'readwrite')
      for (const name of ['faits', 'brouillons'] as const) {
        const keys = await tx.objectStore(name).index('auteurId').getAllKeys(compteId)
        for (const key of keys) await tx.objectStore(name).delete(key)
      }
      const compte = await tx.objectStore('comptes').get(compteId)
      if (compte !== undefined && keepName) await tx.objectStore('comptes').put({ ...compte, aUnCode: false })
      else await tx.objectStore('comptes').delete(compteId)
      await tx.done
    })
  }
  noteChange()
}

/**
 * Forgets all that anybody can read here: the tablet was revoked. Its browser may have erased the list of who worked on it, and
 * kept their bases: those go as well.
 */
export async function forgetEverybody(): Promise<void> {
  await forgetComptes(
    (await listComptes()).map(({ compteId }) => compteId),
    false,
  )
  await dropEveryCoffre()
  await dropSeenPlan()
}

/** Without a word from the server for too long, the tablet may be lost: what can be read on it goes. True when it just did. */
export async function forgetIfOutOfContact(): Promise<boolean> {
  const contact = await readCle('contact')
  if (contact === undefined) return false
  const silent = deviceNow().getTime() - Date.parse(contact.le)
  if (silent < contact.oubliApresHeures * HOUR_MS) return false
  const locked = (await listComptes()).filter(({ aUnCode }) => aUnCode)
  await forgetComptes(
    locked.map(({ compteId }) => compteId),
    true,
  )
  if (locked.length > 0) await dropSeenPlan()
  return locked.length > 0
}

/** Forgets acts of three days that have all been received, and receipts of a month. Drafts and queue stay. */
export async function forgetOldFacts(): Promise<void> {
  const now = deviceNow().getTime()
  await appareil.use(async (db) => {
    const tx = db.transaction(['file', 'faits', 'recus'], 'readwrite')
    if ((await tx.objectStore('file').count()) === 0) {
      const limit = new Date(now - FACTS_MS).toISOString()
      for (const { id, le } of await tx.objectStore('faits').getAll())
        if (le < limit) await tx.objectStore('faits').delete(id)
    }
    const old = IDBKeyRange.upperBound(new Date(now - RECEIPTS_MS).toISOString())
    for (const id of await tx.objectStore('recus').index('serveurLe').getAllKeys(old))
      await tx.objectStore('recus').delete(id)
    await tx.done
  })
}
