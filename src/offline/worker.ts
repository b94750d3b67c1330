/// <reference lib="webworker" />
import {
  CacheFirst,
  CacheOnly,
  ExpirationPlugin,
  NavigationRoute,
  type PrecacheEntry,
  Serwist,
  type SerwistPlugin,
  StaleWhileRevalidate,
} from 'serwist'
import { enlargeSeen } from './enlarged-square'

declare const self: ServiceWorkerGlobalScope

// Written by scripts/steps/service-worker.mjs: the files of this build, how many bytes each has, and the build's name.
declare const FICHIERS: PrecacheEntry[]
declare const CONSTRUCTION: string
declare const OCTETS: Readonly<Record<string, number>>

const SHELL = '/terrain'
const TILES = 'maillage-tuiles'
const TILES_MAX = 500
const TILES_SECONDS = 14 * 24 * 3600

const types: readonly (readonly [RegExp, RegExp])[] = [
  [/\.js$/, /javascript/],
  [/\.css$/, /^text\/css/],
  [/\.woff2$/, /font|octet-stream/],
  [/\.png$/, /^image\/png/],
  [/\.svg$/, /^image\/svg/],
  [/\.webmanifest$/, /json/],
]

/** A sign-in page, a portal's page or half a file, answered with 200, must never be kept as one of our files. */
const onlyOurFiles: SerwistPlugin = {
  cacheWillUpdate: async ({ request, response }) => {
    if (response.status !== 200 || response.redirected) return null
    const { pathname } = new URL(request.url)
    const type = response.headers.get('content-type') ?? ''
    const isOurs = pathname === SHELL ? isShell(response, type) : isWhole(response, type, pathname)
    return (await isOurs) ? response : null
  },
}

let isMissing = false

/**
 * The library waits for ever once one file is refused (an error in its `parallel` is heard by nobody): the error is answered
 * here, the other files are kept for the next try, and `installWhole` says that this one failed.
 */
const noteMissing: SerwistPlugin = {
  handlerDidError: async ({ event }) => {
    if (event.type !== 'install') return undefined
    isMissing = true
    return Response.error()
  },
}

async function installWhole(event: ExtendableEvent): Promise<void> {
  await serwist.handleInstall(event)
  if (isMissing) throw new Error('installation incomplète')
}

async function isWhole(response: Response, type: string, pathname: string): Promise<boolean> {
  const expected = types.find(([path]) => path.test(pathname))?.[1]
  if (expected === undefined || !expected.test(type)) return false
  const { byteLength } = await response.clone().arrayBuffer()
  return byteLength === (OCTETS[pathname] ?? byteLength)
}

async function isShell(response: Response, type: string): Promise<boolean> {
  return type.startsWith('text/html') && (await response.clone().text()).includes('data-world="terrain"')
}

function onlyOfType(type: RegExp): SerwistPlugin {
  return {
    cacheWillUpdate: async ({ response }) =>
      response.status === 200 && type.test(response.headers.get('content-type') ?? '') ? response : null,
  }
}

/** Without network, without a session or without a provider, a square is an image that is merely absent: nothing is complained of. */
const orAbsent: SerwistPlugin = {
  fetchDidSucceed: async ({ response }) => (response.ok ? response : new Response(null, { status: 204 })),
  handlerDidError: async () => new Response(null, { status: 204 }),
}

const serwist = new Serwist({
  precacheEntries: FICHIERS,
  precacheOptions: {
    cleanupOutdatedCaches: true,
    ignoreURLParametersMatching: [/.*/],
    plugins: [onlyOurFiles, noteMissing],
  },
  // A new version waits until somebody agrees, or until nothing is in progress: see src/offline/updates.ts.
  skipWaiting: false,
  clientsClaim: true,
  navigationPreload: false,
})

// One static page serves every screen of the tablet, kept first: a start never waits for a bad network.
serwist.registerRoute(
  new NavigationRoute(serwist.createHandlerBoundToUrl(SHELL), { allowlist: [/^\/terrain(\/|$)/] }),
)
// Besides code, only the map is kept. Nothing else of /api, no page of the desk, no RSC payload: people are in there.
serwist.registerCapture(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === '/api/contours',
  new StaleWhileRevalidate({ cacheName: 'maillage-contours', plugins: [onlyOfType(/json/)] }),
)
const someTime = new ExpirationPlugin({
  maxEntries: TILES_MAX,
  maxAgeSeconds: TILES_SECONDS,
  purgeOnQuotaError: true,
})
const squares = new CacheFirst({ cacheName: TILES, plugins: [onlyOfType(/^image\//), orAbsent, someTime] })
const seenSquares = new CacheOnly({ cacheName: TILES, plugins: [someTime] })
serwist.registerCapture(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/api/tuiles/'),
  async ({ event, request, url }) => {
    const square = await squares.handle({ event, request })
    if (square.status !== 204) return square
    const findSeen = (path: string) =>
      seenSquares.handle({ event, request: new Request(path) }).catch(() => undefined)
    return (await enlargeSeen(url.pathname, findSeen).catch(() => null)) ?? square
  },
)

self.addEventListener('install', (event) => event.waitUntil(installWhole(event)))
self.addEventListener('activate', (event) => void serwist.handleActivate(event))
self.addEventListener('fetch', (event) => serwist.handleFetch(event))
self.addEventListener('message', (event) => serwist.handleCache(event))
self.addEventListener('message', ({ data, ports }) => {
  if (data === 'PASSER') void self.skipWaiting()
  if (data === 'VERSION') ports[0]?.postMessage(CONSTRUCTION)
})
