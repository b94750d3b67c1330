import { Dexie, type Table } from 'dexie'
import type { ArretBrouillon } from '@/domain/maraudes/arret-brouillon'
import type { DemandeBrouillon } from '@/domain/maraudes/demande-brouillon'
import type { Kind, Operation } from '@/domain/sync/operation'
import type { DemandeSuivie, Paquet } from '@/domain/sync/paquet'
import type { Fait } from '@/domain/maraudes/tournee'
import type { Verdict } from '@/domain/sync/verdict'

/** An act that has not left: exactly what will be sent, and how its sending went so far. */
export type ActeEnFile = Omit<Operation, 'kind' | 'creeLe'> & {
  kind: Kind
  creeLe: string
  essais: number
  /** why the last sending failed for this act */
  motif: string | null
  /** the server cannot read it: it stays here, out of the sendings, until somebody looks */
  isIllisible: boolean
}

/** Proof that the server holds an act. Written in the transaction that removes the act from the queue, and without its body. */
export type Recu = {
  id: string
  sequence: number
  kind: Kind
  creeLe: string
  verdict: Verdict
  motif: string | null
  serveurLe: string
}

/** What is being typed, saved at every change; one by screen and by what it is about (`id`). */
export type Brouillon = { id: string; modifieLe: string } & (
  | { ecran: 'arret'; corps: ArretBrouillon }
  | { ecran: 'demande'; corps: DemandeBrouillon }
  | { ecran: 'cloture'; corps: { transmission: string; textesRelus: string[] } }
)

/** Facts about the device and its last contact, one line each. `sequence` is the number of the last act made. */
export type Cle =
  | { cle: 'appareil'; appareilId: string; sequence: number }
  | { cle: 'envoi'; le: string; recus: number }
  | { cle: 'paquet'; etag: string; paquet: Paquet; luLe: string }
  | { cle: 'demandes'; demandes: DemandeSuivie[]; luLe: string }

/** Everything one account keeps on this device. Two accounts never share a database. */
export class TerrainDatabase extends Dexie {
  declare file: Table<ActeEnFile, string>
  declare faits: Table<Fait, string>
  declare recus: Table<Recu, string>
  declare brouillons: Table<Brouillon, string>
  declare cles: Table<Cle, Cle['cle']>

  constructor(readonly compteId: string) {
    // `strict`: a saved act is on the disk before the screen says so, even if the battery dies next.
    super(`maillage-terrain-${compteId}`, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      file: 'id, sequence',
      faits: 'id',
      recus: 'id, sequence',
      brouillons: 'id',
      cles: 'cle',
    })
  }

  /** The line of this name, or undefined. Inside a transaction it reads that transaction. */
  async readCle<Name extends Cle['cle']>(name: Name): Promise<Extract<Cle, { cle: Name }> | undefined> {
    const line = await this.cles.get(name)
    return line !== undefined && isNamed(line, name) ? line : undefined
  }
}

function isNamed<Name extends Cle['cle']>(line: Cle, name: Name): line is Extract<Cle, { cle: Name }> {
  return line.cle === name
}
