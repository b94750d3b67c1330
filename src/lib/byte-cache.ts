type Entry<Value> = { value: Value; bytes: number; expiresAt: number }

/** What was read last stays, up to a number of bytes; the least recently used goes first. One per process, in memory. */
export class ByteCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>()
  readonly #maxBytes: number
  #bytes = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** Bytes held now. */
  get bytes(): number {
    return this.#bytes
  }

  /** The value, unless it was never there, was pushed out, or is out of date. */
  get(key: string, now: Date): Value | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    this.#remove(key)
    if (entry.expiresAt <= now.getTime()) return undefined
    this.#entries.set(key, entry)
    this.#bytes += entry.bytes
    return entry.value
  }

  /** Keeps the value until `expiresAt`. One larger than the whole cache is not kept. */
  set(key: string, value: Value, { bytes, expiresAt }: { bytes: number; expiresAt: Date }): void {
    this.#remove(key)
    if (bytes > this.#maxBytes) return
    this.#entries.set(key, { value, bytes, expiresAt: expiresAt.getTime() })
    this.#bytes += bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes) return
      this.#remove(oldest)
    }
  }

  #remove(key: string): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    this.#entries.delete(key)
    this.#bytes -= entry.bytes
  }
}
