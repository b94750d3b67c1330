import type { DBSchema } from 'idb'
import type { CleDeScellement, Pli } from '@/domain/sync/pli'
import type { Verdict } from '@/domain/sync/verdict'
import { noteChange } from './changes'
import type { Chiffre } from './cipher'
import { Store } from './store'

/** An act that has not left: sealed to the server, readable by nobody here. Only the author's name and the hour are outside. */
export type ActeEnFile = {
  id: string
  sequence: number
  auteurId: string
  creeLe: string
  pli: Pli
  /** sendings that failed; `ILLISIBLE` when the server cannot take it: out of the sendings until somebody looks */
  essais: number
  /** why the last sending failed for this act */
  motif: string | null
}

/** More failures than any act meets: marks one that must not be sent by itself any more. */
export const ILLISIBLE = 1_000_000

/** Proof that the server holds an act. Written in the transaction that removes the act from the queue, and without its content. */
export type Recu = {
  id: string
  sequence: number
  auteurId: string
  creeLe: string
  verdict: Verdict
  motif: string | null
  serveurLe: string
}

/** Something only its author reads here. */
type Garde = { id: string; auteurId: string; le: string; chiffre: Chiffre }

/** Somebody who worked on this tablet; `aUnCode` while what is locked for them can be opened. */
export type CompteLocal = { compteId: string; fonction: string; aUnCode: boolean }

/** Facts about the device, one line each. `sequence` is the number of the last act made; `nom`, once enrolled. */
type Cle =
  | { cle: 'appareil'; appareilId: string; sequence: number; nom: string | null }
  | { cle: 'envoi'; le: string; recus: number; maxSequence: number }
  | { cle: 'scellement'; publique: CleDeScellement }
  | { cle: 'contact'; le: string; oubliApresHeures: number }
  | { cle: 'dernier'; compteId: string }

/** Which device this is, and how many acts it made. */
export type LigneAppareil = Extract<Cle, { cle: 'appareil' }>

/** What the device keeps for everybody: numbers, the sealed queue, and what each author locked. */
export interface AppareilSchema extends DBSchema {
  file: {
    key: string
    value: ActeEnFile
    indexes: { sequence: number; tour: [number, number]; tourDe: [string, number, number] }
  }
  faits: { key: string; value: Garde; indexes: { auteurId: string } }
  brouillons: { key: string; value: Garde; indexes: { auteurId: string } }
  recus: { key: string; value: Recu; indexes: { sequence: number; serveurLe: string } }
  comptes: { key: string; value: CompteLocal }
  cles: { key: string; value: Cle }
}

/** A new act is on the disk before the screen says so, even if the battery dies next. */
export const STRICT = { durability: 'strict' } as const

/** The device's base; one for every account, so that a save, its number and the end of its draft are one transaction. */
export const appareil = new Store<AppareilSchema>('maillage-appareil', 1, (db) => {
  const file = db.createObjectStore('file', { keyPath: 'id' })
  file.createIndex('sequence', 'sequence')
  file.createIndex('tour', ['essais', 'sequence'])
  file.createIndex('tourDe', ['auteurId', 'essais', 'sequence'])
  for (const name of ['faits', 'brouillons'] as const)
    db.createObjectStore(name, { keyPath: 'id' }).createIndex('auteurId', 'auteurId')
  const recus = db.createObjectStore('recus', { keyPath: 'id' })
  recus.createIndex('sequence', 'sequence')
  recus.createIndex('serveurLe', 'serveurLe')
  db.createObjectStore('comptes', { keyPath: 'compteId' })
  db.createObjectStore('cles', { keyPath: 'cle' })
})

/** The base where the tablet's first version kept this person's acts, in clear. */
export function clearBaseOf(compteId: string): string {
  return `maillage-terrain-${compteId}`
}

/** The line of this name, or undefined. */
export async function readCle<Name extends Cle['cle']>(
  name: Name,
): Promise<Extract<Cle, { cle: Name }> | undefined> {
  return asCle(await appareil.use((db) => db.get('cles', name)), name)
}

/** Narrows a line read inside a transaction. */
export function asCle<Name extends Cle['cle']>(
  line: Cle | undefined,
  name: Name,
): Extract<Cle, { cle: Name }> | undefined {
  return line !== undefined && isNamed(line, name) ? line : undefined
}

function isNamed<Name extends Cle['cle']>(line: Cle, name: Name): line is Extract<Cle, { cle: Name }> {
  return line.cle === name
}

/** Writes lines about the device. */
export async function writeCles(...lines: Cle[]): Promise<void> {
  await appareil.use(async (db) => {
    const tx = db.transaction('cles', 'readwrite')
    await Promise.all([...lines.map((line) => tx.store.put(line)), tx.done])
  })
  noteChange()
}

/** Whether nothing is being typed on this device, by anybody: it may start again without interrupting. */
export async function hasNoDraft(): Promise<boolean> {
  return (await appareil.use((db) => db.count('brouillons'))) === 0
}
