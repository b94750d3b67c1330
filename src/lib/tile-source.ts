import type { Tuile } from '@/domain/territoire/tuiles'
import { ByteCache } from './byte-cache'

export type TileImage = { body: Uint8Array<ArrayBuffer>; type: string }

type TileSourceOptions = {
  /** http(s) address holding {z}, {x} and {y} */
  template: string
  cacheBytes: number
  now: () => Date
  timeoutMs?: number
}

const imageTypes = ['image/png', 'image/jpeg', 'image/webp']
const MAX_IMAGE_BYTES = 512 * 1024
/** What an entry weighs beside its image: key, map node, object. */
const ENTRY_BYTES = 200
const MAX_IN_FLIGHT = 32
const FAILURES_BEFORE_BREAK = 4
const BREAK_MS = 60_000
const HOUR_S = 3600
const DEFAULT_AGE_S = 7 * 24 * HOUR_S
const MAX_AGE_S = 30 * 24 * HOUR_S

/**
 * Tiles of one fixed server, for everybody. A tile asked twice at once is fetched once; after a few failures nothing is asked for
 * a minute, so that a map without its background is never slow. Sends nothing of who asks.
 */
export class TileSource {
  readonly #options: Required<TileSourceOptions>
  readonly #cache: ByteCache<TileImage | null>
  readonly #inFlight = new Map<string, Promise<TileImage | null>>()
  #failures = 0
  #brokenUntil = 0

  constructor(options: TileSourceOptions) {
    this.#options = { timeoutMs: 3000, ...options }
    this.#cache = new ByteCache(options.cacheBytes)
  }

  /** The image, or null when there is none to be had now. Never throws. */
  async read({ z, x, y }: Tuile): Promise<TileImage | null> {
    const key = `${z}/${x}/${y}`
    const kept = this.#cache.get(key, this.#options.now())
    if (kept !== undefined) return kept
    const running = this.#inFlight.get(key)
    if (running !== undefined) return running
    if (this.#isBroken() || this.#inFlight.size >= MAX_IN_FLIGHT) return null
    const fetching = this.#fetch(key, { z, x, y }).finally(() => this.#inFlight.delete(key))
    this.#inFlight.set(key, fetching)
    return fetching
  }

  #isBroken(): boolean {
    return this.#options.now().getTime() < this.#brokenUntil
  }

  async #fetch(key: string, tuile: Tuile): Promise<TileImage | null> {
    try {
      const { image, maxAge } = await this.#download(addressOf(this.#options.template, tuile))
      this.#failures = 0
      const bytes = ENTRY_BYTES + (image?.body.byteLength ?? 0)
      this.#cache.set(key, image, {
        bytes,
        expiresAt: new Date(this.#options.now().getTime() + maxAge * 1000),
      })
      return image
    } catch {
      this.#failures += 1
      if (this.#failures >= FAILURES_BEFORE_BREAK) {
        this.#brokenUntil = this.#options.now().getTime() + BREAK_MS
        this.#failures = 0
      }
      return null
    }
  }

  /** Throws when the server is down, slow, or answers something else than one small image. */
  async #download(address: string): Promise<{ image: TileImage | null; maxAge: number }> {
    const response = await fetch(address, {
      // A redirection could lead anywhere; the address of the tiles is the operator's choice alone.
      redirect: 'error',
      signal: AbortSignal.timeout(this.#options.timeoutMs),
      headers: { accept: imageTypes.join(', ') },
      cache: 'no-store',
    })
    if (response.status === 404) {
      await response.body?.cancel()
      return { image: null, maxAge: HOUR_S }
    }
    const type = response.headers.get('content-type')?.split(';')[0]?.trim() ?? ''
    if (!response.ok || response.body === null || !imageTypes.includes(type)) {
      await response.body?.cancel()
      throw new Error(`tuile refusée : ${response.status} ${type}`)
    }
    const body = await readUpTo(response.body, MAX_IMAGE_BYTES)
    return { image: { body, type }, maxAge: maxAgeOf(response.headers.get('cache-control')) }
  }
}

function addressOf(template: string, { z, x, y }: Tuile): string {
  return template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y))
}

async function readUpTo(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > limit) throw new Error('tuile trop lourde')
    chunks.push(chunk)
  }
  const body = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.byteLength
  }
  return body
}

/** What the server asks for, between an hour and a month. */
function maxAgeOf(cacheControl: string | null): number {
  const asked = /(?:^|[\s,])max-age=(\d{1,10})/.exec(cacheControl ?? '')?.[1]
  return Math.min(MAX_AGE_S, Math.max(HOUR_S, asked === undefined ? DEFAULT_AGE_S : Number(asked)))
}
