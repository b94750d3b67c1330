import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { ByteCache } from './byte-cache'
import { TileSource } from './tile-source'

const png = Buffer.from('89504e470d0a1a0a', 'hex')
const tuile = { z: 12, x: 2075, y: 1408 }
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A tile server of our own, and a clock one can turn. */
async function serve(answer: RequestListener, options: { cacheBytes?: number; timeoutMs?: number } = {}) {
  const asked: { url: string; headers: Record<string, unknown> }[] = []
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers })
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // `listen` on a port always gives an AddressInfo; the union is for pipes.
  const address = server.address()
  const port = isPort(address) ? address.port : 0
  const clock = { time: new Date('2026-11-23T20:00:00Z') }
  const source = new TileSource({
    template: `http://127.0.0.1:${port}/{z}/{x}/{y}.png`,
    cacheBytes: 1_000_000,
    now: () => clock.time,
    ...options,
  })
  const later = (seconds: number) => (clock.time = new Date(clock.time.getTime() + seconds * 1000))
  return { source, asked, later }
}

function isPort(address: string | AddressInfo | null): address is AddressInfo {
  return address !== null && typeof address !== 'string'
}

const good: RequestListener = (_, response) =>
  response.writeHead(200, { 'content-type': 'image/png' }).end(png)

describe('une tuile', () => {
  it('est demandée une fois, gardée, et ne dit rien de qui la demande', async () => {
    const { source, asked } = await serve(good)
    const [first, second] = await Promise.all([source.read(tuile), source.read(tuile)])
    await source.read(tuile)
    expect(first).toEqual({ body: new Uint8Array(png), type: 'image/png' })
    expect(second).toEqual(first)
    expect(asked.map(({ url }) => url)).toEqual(['/12/2075/1408.png'])
    expect(Object.keys(asked[0]?.headers ?? {})).not.toContain('cookie')
    expect(asked[0]?.headers['referer']).toBeUndefined()
  })

  it.each([
    [undefined, 6 * 86_400, 2 * 86_400],
    ['public, max-age=7200', 7000, 400],
    ['max-age=1', 3500, 200],
    ['max-age=99999999', 29 * 86_400, 2 * 86_400],
  ])('est redemandée quand elle a vieilli (%s)', async (cacheControl, fresh, more) => {
    const headers = {
      'content-type': 'image/png',
      ...(cacheControl ? { 'cache-control': cacheControl } : {}),
    }
    const { source, asked, later } = await serve((_, response) => response.writeHead(200, headers).end(png))
    await source.read(tuile)
    later(fresh)
    await source.read(tuile)
    expect(asked).toHaveLength(1)
    later(more)
    await source.read(tuile)
    expect(asked).toHaveLength(2)
  })

  it.each<[string, RequestListener]>([
    [
      'une page au lieu d’une image',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    ],
    [
      'une image qui peut porter du code',
      (_, response) => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg/>'),
    ],
    [
      'une image trop lourde',
      (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(600_000)),
    ],
    ['une redirection', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['une erreur', (_, response) => response.writeHead(500).end()],
    ['rien à temps', () => undefined],
    [
      'une image qui ne finit pas',
      (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).write(png),
    ],
    ['une coupure', (request) => void request.socket.destroy()],
  ])('manque quand le serveur donne %s', async (_, answer) => {
    const { source } = await serve(answer, { timeoutMs: 150 })
    expect(await source.read(tuile)).toBeNull()
  })

  it('n’est plus demandée pendant une minute après quatre échecs, puis l’est de nouveau', async () => {
    let broken = true
    const { source, asked, later } = await serve((request, response) =>
      broken ? response.writeHead(503).end() : good(request, response),
    )
    for (let x = 0; x < 6; x++) await source.read({ ...tuile, x })
    expect(asked).toHaveLength(4)
    broken = false
    later(59)
    expect(await source.read(tuile)).toBeNull()
    later(2)
    expect(await source.read(tuile)).not.toBeNull()
  })

  it('que le serveur n’a pas est retenue absente, sans compter comme une panne', async () => {
    const { source, asked } = await serve((_, response) => response.writeHead(404).end())
    for (let x = 0; x < 8; x++) expect(await source.read({ ...tuile, x: x % 7 })).toBeNull()
    expect(asked).toHaveLength(7)
  })
})

describe('la réserve de tuiles', () => {
  const now = new Date('2026-11-23T20:00:00Z')
  const expiresAt = new Date('2026-11-24T20:00:00Z')

  it('ne dépasse jamais sa taille et garde ce qui vient de servir', () => {
    const cache = new ByteCache<string>(30)
    for (const key of ['a', 'b', 'c']) cache.set(key, key, { bytes: 10, expiresAt })
    expect(cache.get('a', now)).toBe('a')
    cache.set('d', 'd', { bytes: 10, expiresAt })
    expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key, now))).toEqual(['a', undefined, 'c', 'd'])
    expect(cache.bytes).toBe(30)
  })

  it('compte une seule fois ce qui est remplacé', () => {
    const cache = new ByteCache<string>(30)
    cache.set('a', 'vieux', { bytes: 20, expiresAt })
    cache.set('a', 'neuf', { bytes: 5, expiresAt })
    expect([cache.get('a', now), cache.bytes]).toEqual(['neuf', 5])
  })

  it('ne garde ni ce qui est plus gros qu’elle, ni ce qui est périmé', () => {
    const cache = new ByteCache<string>(30)
    cache.set('gros', 'x', { bytes: 31, expiresAt })
    cache.set('vieux', 'x', { bytes: 10, expiresAt: now })
    expect([cache.get('gros', now), cache.get('vieux', now), cache.bytes]).toEqual([undefined, undefined, 0])
  })
})
