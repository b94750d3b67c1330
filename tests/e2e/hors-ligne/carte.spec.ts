import { createServer, type Server } from 'node:http'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { findFaults } from '../support/accessibilite'
import { chooseCode, enterCode } from '../support/code'
import { signIn } from '../support/session'
import { noteStop, startRound } from './gestes'
import { openScene } from './scene'
import type { Serveur } from './serveur'
import { openTablette, waitForWorker } from './tablette'

const QUI = 'intervenante@exemple.fr'
/** A true image of 16 pixels by 16, that the browser decodes: four quarters of four colours, each known again when enlarged. */
const SQUARE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAgMAAABinRfyAAAADFBMVEX/AAAA/wAAAP///wDWAo97AAAAFklEQVR42mNgYAgNZSCCWLXq/38iCABH3R/hntGYlgAAAABJRU5ErkJggg==',
  'base64',
)
/** The colours of its quarters, a row after the other. */
const QUARTERS = ['255,0,0', '0,255,0', '0,0,255', '255,255,0']

const CREDIT = '© Fournisseur des essais'

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

let fournisseur: Server
const served: string[] = []
let serveur: Serveur
let profile: string
let context: BrowserContext
let page: Page

test.beforeAll(async () => {
  fournisseur = createServer((request, response) => {
    served.push(request.url ?? '')
    response.writeHead(200, { 'content-type': 'image/png' }).end(SQUARE)
  })
  await new Promise<void>((resolve) => fournisseur.listen(0, () => resolve()))
  const address = fournisseur.address()
  if (address === null || typeof address === 'string') throw new Error('fournisseur sans port')
  ;({ serveur, profile, context, page } = await openScene({
    TILES_URL: `http://localhost:${address.port}/{z}/{x}/{y}.png`,
    TILES_ATTRIBUTION: CREDIT,
  }))
})
test.afterAll(async () => {
  await context.close()
  await serveur.kill()
  fournisseur.closeAllConnections()
  fournisseur.close()
})

const carte = () => page.getByRole('region', { name: /^Carte des structures et des arrêts/ })
/** Squares on screen, by address. */
const squares = () =>
  carte()
    .locator('img.leaflet-tile-loaded')
    .evaluateAll((images) =>
      images.map((image) => new URL(image.getAttribute('src') ?? '', location.href).pathname),
    )

/** The colours at the middle of the squares on screen, by zoom, column and row. */
const colours = () =>
  carte()
    .locator('img.leaflet-tile-loaded')
    .evaluateAll((images) =>
      images.map((image) => {
        const [z = 0, x = 0, y = 0] = new URL(image.getAttribute('src') ?? '', location.href).pathname
          .split('/')
          .slice(-3)
          .map(Number)
        const drawing = new OffscreenCanvas(256, 256).getContext('2d')
        if (image instanceof HTMLImageElement) drawing?.drawImage(image, 0, 0, 256, 256)
        const colour = drawing?.getImageData(128, 128, 1, 1).data.slice(0, 3).join() ?? ''
        return { z, x, y, colour }
      }),
    )

/** What the console says in red from now on, but for what the sending asks for by itself. */
function listen(): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    const { url } = message.location()
    if (message.type() === 'error' && !/\/api\/(terrain|sync)/.test(url))
      complaints.push(`${url} ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

async function chooseCommune(nom: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Commune' })
  await field.fill(nom)
  await expect(page.getByRole('option', { name: nom })).toBeVisible()
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(0)
}

let seen: string[]

test('la carte montre où la maraude s’est arrêtée, et ne demande au fournisseur que les carrés à l’écran', async () => {
  await signIn(page, QUI)
  await page.goto('/terrain')
  await chooseCode(page)
  await startRound(page)
  await noteStop(page)
  await waitForWorker(page)
  expect(served).toEqual([])

  await page.goto('/terrain/carte')
  await enterCode(page)
  await expect(carte().locator('.map-pin')).toHaveText(['1'])
  await expect(carte().locator('img.leaflet-tile-loaded').first()).toBeVisible()
  await expect(carte().locator('img.leaflet-tile:not(.leaflet-tile-loaded)')).toHaveCount(0)
  await expect(carte().getByText(CREDIT)).toBeVisible()
  seen = await squares()
  expect(served.map((url) => url.replace(/\.png$/, '')).toSorted()).toEqual(
    seen.map((path) => path.replace('/api/tuiles', '')).toSorted(),
  )
  await expect(page.getByRole('heading', { name: 'Paris 18e' })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
})

test('le serveur mort et la tablette relancée, les carrés déjà vus, la commune et l’arrêt sont là', async () => {
  await serveur.kill()
  await context.close()
  context = await openTablette(profile, serveur.address)
  page = await context.newPage()
  await page.goto('/terrain/carte')
  await enterCode(page)
  await expect(carte().locator('path.map-commune')).toHaveCount(59)
  await expect(carte().locator('path.map-choix-choisie')).toHaveCount(1)
  await expect(carte().locator('.map-pin')).toHaveText(['1'])
  await expect(async () => expect((await squares()).toSorted()).toEqual(seen.toSorted())).toPass()
  await expect(page.getByText(/Un arrêt de cette maraude\s:\s1\spersonne/)).toBeVisible()
})

test('de plus près que ce qui a été vu, le carré qu’on a est agrandi à sa place', async () => {
  const complaints = listen()
  const from = Math.max(...(await colours()).map(({ z }) => z))
  for (const levels of [1, 2]) {
    await carte().getByRole('button', { name: 'Agrandir' }).click()
    await expect(async () => {
      await expect(carte().locator('img.leaflet-tile:not(.leaflet-tile-loaded)')).toHaveCount(0)
      const shown = await colours()
      expect(shown).not.toEqual([])
      for (const { z, x, y, colour } of shown) {
        expect(z).toBe(from + levels)
        const [column, row] = [x, y].map((place) => Math.floor(place / 2 ** (levels - 1)) % 2)
        expect(colour).toBe(QUARTERS[2 * (row ?? 0) + (column ?? 0)])
      }
    }).toPass({ timeout: 30_000 })
  }
  expect(complaints).toEqual([])
})

test('là où rien n’a été vu, la carte est entière sans fond, et la console se tait', async () => {
  const complaints = listen()
  await chooseCommune('Montreuil (93)')
  await expect(page.getByRole('heading', { name: 'Montreuil' })).toBeVisible()
  await expect(carte().locator('img.leaflet-tile-loaded')).toHaveCount(0)
  await expect(carte()).not.toHaveAttribute('data-tiles')
  await expect(carte().locator('path.map-commune')).toHaveCount(59)
  await chooseCommune('Paris 18e (75)')
  await expect(carte().locator('img.leaflet-tile-loaded').first()).toBeVisible()
  expect(complaints).toEqual([])
})

test('une structure se choisit au clavier, et sa commune avec elle', async () => {
  const structure = carte().getByRole('button', { name: /^CAARUD EGO, CAARUD, Paris 18e/ })
  await structure.press('Enter')
  await expect(carte().getByRole('region', { name: 'CAARUD EGO' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(structure).toBeFocused()
  await expect(page.getByRole('listitem').filter({ hasText: 'CAARUD EGO' })).toBeVisible()
})
