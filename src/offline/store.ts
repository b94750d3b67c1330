import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/**
 * One IndexedDB base, opened when first needed and opened again when its handle dies: browsers close one behind our back
 * (memory, a long time in the background), and a save must not be lost for that.
 */
export class Store<Schema extends DBSchema> {
  #opening: Promise<IDBPDatabase<Schema>> | null = null

  constructor(
    readonly name: string,
    private readonly version: number,
    private readonly upgrade: (db: IDBPDatabase<Schema>) => void,
  ) {}

  /** Works on the base; once more on a new handle if the first was dead. `work` must be safe to do twice. */
  async use<Value>(work: (db: IDBPDatabase<Schema>) => Promise<Value>): Promise<Value> {
    try {
      return await work(await this.#open())
    } catch (error) {
      if (!isDeadHandle(error)) throw error
      this.close()
      return work(await this.#open())
    }
  }

  /** Opens the base before anybody needs it; whoever uses it first hears of a failure. */
  openAhead(): void {
    this.#open().catch(() => {})
  }

  close(): void {
    void this.#opening?.then((db) => db.close()).catch(() => {})
    this.#opening = null
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    const forget = () => {
      this.#opening = null
    }
    this.#opening ??= openDB<Schema>(this.name, this.version, {
      upgrade: (db) => this.upgrade(db),
      // A newer version of the application, in another tab, changes the base: we must let go.
      blocking: () => this.close(),
      terminated: forget,
    }).catch((error: unknown) => {
      forget()
      throw error
    })
    return this.#opening
  }
}

function isDeadHandle(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false
  return error.name === 'InvalidStateError' || error.name === 'UnknownError'
}
