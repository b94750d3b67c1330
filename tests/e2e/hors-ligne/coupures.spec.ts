import { type BrowserContext, expect as playwrightExpect, type Page, test } from '@playwright/test'
import { chooseCode } from '../support/code'
import { signIn } from '../support/session'
import { openRelais, type Panne } from './relais'
import { makeServeur, type Serveur } from './serveur'
import { makeProfile, openTablette, waitForWorker } from './tablette'

const expect = playwrightExpect.configure({ timeout: 20_000 })
const QUI = 'intervenante@exemple.fr'

test.describe.configure({ mode: 'serial' })
test.setTimeout(300_000)

let serveur: Serveur
let relais: Awaited<ReturnType<typeof openRelais>>
let context: BrowserContext
let page: Page
let panne: () => Panne = () => 'rien'
const isShell = (head: string) =>
  head.startsWith('GET /terrain HTTP') && !/sec-fetch-dest: document/i.test(head)

test.beforeAll(async () => {
  serveur = await makeServeur()
  relais = await openRelais(serveur.port, isShell, () => panne())
  serveur = await makeServeur({ PUBLIC_URL: `http://localhost:${relais.port}` }, serveur.port)
  await serveur.start()
  context = await openTablette(makeProfile(), `http://localhost:${relais.port}`)
  page = await context.newPage()
})
test.afterAll(async () => {
  await context.close()
  relais.close()
  await serveur.kill()
})

test('15. un portail qui répond à la place de la tablette n’entre pas dans ce qu’elle garde', async () => {
  await signIn(page, QUI)
  panne = () => 'portail'
  await page.goto('/terrain')
  await expect.poll(() => relais.counts.portail).toBeGreaterThan(0)
  const isRegistered = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/terrain')) !== undefined)
  await expect.poll(isRegistered, { timeout: 60_000 }).toBe(false)
  // The line is ours again: the tablet tries once more by itself.
  panne = () => 'rien'
  await chooseCode(page)
  await waitForWorker(page)
  const shell = await page.evaluate(async () => {
    const keys = await caches.keys()
    const found = await Promise.all(
      keys.map(async (key) => (await caches.open(key)).match('/terrain', { ignoreSearch: true })),
    )
    return found.find((response) => response !== undefined)?.text()
  })
  expect(shell).toContain('data-world="terrain"')
})
