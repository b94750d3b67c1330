import { type DBSchema, deleteDB } from 'idb'
import type { DemandeSuivie, Paquet } from '@/domain/sync/paquet'
import { ESSAIS_MAX } from '@/domain/sync/code-tablette'
import { type Chiffre, importKey } from './cipher'
import { Store } from './store'

/** The key of what one person keeps here, wrapped under their code. `essais` counts wrong codes in a row. */
type Coffre = { cle: 'coffre'; sel: Uint8Array<ArrayBuffer>; emballee: Chiffre; essais: number }

/** Read lately, locked: the pack, and where the requests stand. */
type Lecture = { cle: 'paquet' | 'demandes'; chiffre: Chiffre }

interface CoffreSchema extends DBSchema {
  coffre: { key: string; value: Coffre }
  lectures: { key: string; value: Lecture }
}

/** What is kept of the last answers, once unlocked. */
export type Lectures = {
  paquet: { etag: string; paquet: Paquet; luLe: string }
  demandes: { demandes: DemandeSuivie[]; luLe: string }
}

/** One base for each person: dropping it drops the only key of all they locked on this device. */
export type CoffreStore = Store<CoffreSchema>

const PREFIX = 'maillage-coffre-'
const DEK_BYTES = 32
const SALT_BYTES = 16

/** The base of this account. */
export function coffreOf(compteId: string): CoffreStore {
  return new Store<CoffreSchema>(nameOf(compteId), 1, (db) => {
    db.createObjectStore('coffre', { keyPath: 'cle' })
    db.createObjectStore('lectures', { keyPath: 'cle' })
  })
}

/** Makes the account's key, and wraps it under a code just chosen. What an older code locked is lost. */
export async function makeCoffre(store: CoffreStore, code: string): Promise<CryptoKey> {
  const sel = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const bytes = crypto.getRandomValues(new Uint8Array(DEK_BYTES))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await deriveKey(code, sel), bytes)
  await store.use((db) => db.put('coffre', { cle: 'coffre', sel, emballee: { iv, ct }, essais: 0 }))
  return importKey(bytes)
}

/** What trying a code gave. `perdu`: too many wrong ones, or nothing to open; the key is gone. */
export type Ouverture =
  { etat: 'ouvert'; dek: CryptoKey } | { etat: 'faux'; restants: number } | { etat: 'perdu' }

/**
 * Tries a code. The attempt is written before anybody learns what it gives, so that switching the tablet off does not give it
 * back; the key is derived meanwhile.
 */
export async function openCoffre(store: CoffreStore, code: string): Promise<Ouverture> {
  const read = () => store.use((db) => db.get('coffre', 'coffre'))
  const shut = await read()
  if (shut === undefined) return { etat: 'perdu' }
  // A device too full to count must still open: the round on it could not go on.
  const counting = countAttempt(store).catch(read)
  const [key, coffre] = await Promise.all([deriveKey(code, shut.sel), counting])
  if (coffre === undefined || coffre.essais >= ESSAIS_MAX) return { etat: 'perdu' }
  const { iv, ct } = coffre.emballee
  try {
    const bytes = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, ct))
    void store.use((db) => db.put('coffre', { ...coffre, essais: 0 })).catch(() => {})
    return { etat: 'ouvert', dek: await importKey(bytes) }
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'OperationError')) throw error
    const restants = ESSAIS_MAX - coffre.essais - 1
    return restants > 0 ? { etat: 'faux', restants } : { etat: 'perdu' }
  }
}

function countAttempt(store: CoffreStore): Promise<Coffre | undefined> {
  return store.use(async (db) => {
    const tx = db.transaction('coffre', 'readwrite', { durability: 'strict' })
    const known = await tx.store.get('coffre')
    if (known !== undefined) await tx.store.put({ ...known, essais: known.essais + 1 })
    await tx.done
    return known
  })
}

/** Drops the account's key and what it read. What it locked elsewhere on the device is noise from then on. */
export async function dropCoffre(compteId: string): Promise<void> {
  await deleteDB(nameOf(compteId))
}

/** Drops every account's key, those of accounts this device no longer remembers included. */
export async function dropEveryCoffre(): Promise<void> {
  const bases = (await indexedDB.databases?.()) ?? []
  for (const { name } of bases) if (name?.startsWith(PREFIX)) await deleteDB(name)
}

/** About 0.1 s on a laptop and half a second on a tablet: a code of six digits delays, it does not protect a stolen disk. */
const COST = { memorySize: 19 * 1024, iterations: 2, parallelism: 1, hashLength: DEK_BYTES } as const

/** Fetches and compiles what derives keys, while the code is being typed. */
export async function prepareCode(): Promise<void> {
  const { argon2id } = await import('hash-wasm')
  const salt = new Uint8Array(SALT_BYTES)
  await argon2id({ password: '0', salt, ...COST, memorySize: 8, iterations: 1, outputType: 'binary' })
}

async function deriveKey(code: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const { argon2id } = await import('hash-wasm')
  const bytes = await argon2id({ password: code, salt, ...COST, outputType: 'binary' })
  return importKey(Uint8Array.from(bytes))
}

function nameOf(compteId: string): string {
  return `${PREFIX}${compteId}`
}
