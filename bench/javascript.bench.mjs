// Gzip JavaScript that a first visit of each screen downloads, measured in a real browser on a running production server.
import { gzipSync } from 'node:zlib'
import process from 'node:process'
import { chromium } from '@playwright/test'

const address = process.env.BENCH_URL ?? 'http://localhost:3000'
const visitor = { locale: 'fr-FR', baseURL: address, serviceWorkers: 'block' }
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

// The limits of the design: a tablet on a bad network, a desk on a good one. The map's own code comes apart, after the page.
const screens = [
  { path: '/connexion', account: null, limit: 200 },
  { path: '/terrain', account: 'intervenante@exemple.fr', limit: 180 },
  { path: '/', account: 'coordination.sleep-in@exemple.fr', limit: 200 },
  { path: '/places', account: 'coordination.sleep-in@exemple.fr', limit: 200 },
  { path: '/orientations', account: 'coordination.sleep-in@exemple.fr', limit: 200 },
  { path: '/structures', account: 'mmpcr@exemple.fr', limit: 200 },
  { path: '/carte', account: 'mmpcr@exemple.fr', limit: 300 },
  { path: '/rapports', account: 'mmpcr@exemple.fr', limit: 200 },
]

/** Yields one figure per screen, in kilobytes (1,000 bytes) of gzip. */
export async function* measure() {
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    for (const { path, account, limit } of screens) {
      const storageState = account === null ? undefined : await signIn(browser, account)
      const context = await browser.newContext({ ...visitor, storageState })
      const value = Math.round((await weigh(context, path)) / 100) / 10
      yield {
        name: `javascript.${path === '/' ? 'accueil' : path.slice(1)}_gzip_kb`,
        value,
        unit: 'kB',
        limit,
      }
      await context.close()
    }
  } finally {
    await browser.close()
  }
}

/** In a browser of its own, so that the visit measured begins with nothing in cache. The demonstration base fills the password in. */
async function signIn(browser, account) {
  const context = await browser.newContext(visitor)
  const page = await context.newPage()
  await page.goto(`/connexion?compte=${encodeURIComponent(account)}`)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'))
  const state = await context.storageState()
  await context.close()
  return state
}

async function weigh(context, path) {
  const page = await context.newPage()
  const sizes = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(path, { waitUntil: 'networkidle' }).catch(() => page.waitForTimeout(3_000))
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
