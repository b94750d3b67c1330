import type { Parcours } from '@/domain/maraudes/couverture'
import type { ArretBrouillon } from '@/domain/maraudes/arret-brouillon'
import type { DemandeBrouillon } from '@/domain/maraudes/demande-brouillon'
import type { Fait } from '@/domain/maraudes/tournee'
import { appareil } from './appareil'
import { type Chiffre, lockValue, unlockText } from './cipher'
import type { CoffreStore, Lectures } from './vault'
import { noteChange } from './changes'

/** What is being typed, saved at every change; one by screen and by what it is about (`id`). */
export type Brouillon = { id: string } & (
  | { ecran: 'arret'; corps: ArretBrouillon }
  | { ecran: 'demande'; corps: DemandeBrouillon }
  | { ecran: 'cloture'; corps: { transmission: string; textesRelus: string[] } }
  /** the cells of the round in progress, never the positions they come from */
  | { ecran: 'parcours'; corps: { isCounted: boolean; parcours: Parcours } }
)

/** What one person keeps on this device, while it is unlocked. The key lives in this page's memory and nowhere else. */
export class TerrainDatabase {
  /** Acts never change: each is unlocked once. */
  readonly #faits = new Map<string, Fait>()
  #writing: Promise<unknown> = Promise.resolve()

  constructor(
    readonly compteId: string,
    private readonly coffre: CoffreStore,
    private readonly dek: CryptoKey,
  ) {}

  lock(value: unknown): Promise<Chiffre> {
    return lockValue(this.dek, value)
  }

  /** One write after the other: locking takes time, and an older draft must never come after a newer one, nor after its act. */
  inOrder<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = this.#writing.then(work, work)
    this.#writing = next.catch(() => {})
    return next
  }

  /** Every act of this person still kept here. */
  async listFaits(): Promise<Fait[]> {
    const ids = await appareil.use((db) => db.getAllKeysFromIndex('faits', 'auteurId', this.compteId))
    const unknown = ids.filter((id) => !this.#faits.has(id))
    const rows = await appareil.use((db) => Promise.all(unknown.map((id) => db.get('faits', id))))
    for (const row of rows) {
      if (row === undefined) continue
      const fait: Fait = {
        id: row.id,
        creeLe: row.le,
        ...JSON.parse(await unlockText(this.dek, row.chiffre)),
      }
      this.#faits.set(row.id, fait)
    }
    return ids.flatMap((id) => this.#faits.get(id) ?? [])
  }

  async findBrouillon(id: string): Promise<Brouillon | null> {
    const row = await appareil.use((db) => db.get('brouillons', id))
    if (row === undefined || row.auteurId !== this.compteId) return null
    return { id, ...JSON.parse(await unlockText(this.dek, row.chiffre)) }
  }

  /** What was read last under this name, or null. */
  async readLecture<Name extends keyof Lectures>(name: Name): Promise<Lectures[Name] | null> {
    const row = await this.coffre.use((db) => db.get('lectures', name))
    return row === undefined ? null : JSON.parse(await unlockText(this.dek, row.chiffre))
  }

  async writeLecture<Name extends keyof Lectures>(name: Name, lecture: Lectures[Name]): Promise<void> {
    const chiffre = await this.lock(lecture)
    await this.coffre.use((db) => db.put('lectures', { cle: name, chiffre }))
    noteChange()
  }

  close(): void {
    this.coffre.close()
  }
}
