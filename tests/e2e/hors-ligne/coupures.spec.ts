import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { chooseCode, enterCode } from '../support/code'
import { signIn } from '../support/session'
import { ask, lastRound } from './base'
import { queueStops, readDevice, startRound, strip } from './gestes'
import { makeHasard, openRelais, type Panne } from './relais'
import { makeServeur, type Serveur } from './serveur'
import { makeProfile, openTablette, waitForWorker } from './tablette'

const QUI = 'intervenante@exemple.fr'

test.describe.configure({ mode: 'serial' })
test.setTimeout(300_000)

let serveur: Serveur
let relais: Awaited<ReturnType<typeof openRelais>>
let context: BrowserContext
let page: Page
let panne: () => Panne = () => 'rien'
let isWatched = (head: string) => head.startsWith('POST /api/sync')

test.beforeAll(async () => {
  serveur = await makeServeur()
  relais = await openRelais(
    serveur.port,
    (head) => isWatched(head),
    () => panne(),
  )
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

async function countStops(maraudeId: string): Promise<number> {
  const [row] = await ask<{ n: number }>(`SELECT count(*)::int AS n FROM arrets WHERE maraude_id = $1`, [
    maraudeId,
  ])
  return row?.n ?? 0
}

/** Opens the queue and asks for a sending until the tablet says that nothing waits. */
async function sendAll(tab: Page): Promise<void> {
  await expect(async () => {
    await tab.getByRole('button', { name: 'Envoyer maintenant' }).click()
    await expect(tab.getByText('Rien à envoyer')).toBeVisible({ timeout: 1_500 })
  }).toPass({ timeout: 240_000 })
}

test('15. un portail qui répond à la place de la tablette n’entre pas dans ce qu’elle garde', async () => {
  await signIn(page, QUI)
  isWatched = (head) => head.startsWith('GET /terrain HTTP') && !/sec-fetch-dest: document/i.test(head)
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
  isWatched = (head) => head.startsWith('POST /api/sync')
})

test('14. une page d’accueil d’hôtel, une redirection, une moitié de réponse ne comptent pas pour un envoi', async () => {
  await startRound(page)
  await expect(strip(page)).toContainText('sur cette tablette 0 · reçus 1 sur 1 fait')
  const answers = [
    { status: 200, contentType: 'text/html', body: '<html>Bienvenue</html>' },
    { status: 302, headers: { location: '/connexion' } },
    {
      status: 200,
      contentType: 'application/json',
      headers: { 'x-maillage-sync': '2' },
      body: '{"recu": 2, "verd',
    },
    { status: 200, contentType: 'application/json', headers: { 'x-maillage-sync': '2' }, body: '{}' },
    { status: 500, contentType: 'text/html', body: 'Erreur' },
  ]
  let asked = 0
  let [answer] = answers
  await page.route('**/api/sync', (route) => {
    asked += 1
    return route.fulfill(answer)
  })
  await queueStops(page, await lastRound(QUI), 2, new Date())
  await page.goto('/terrain/envois')
  await enterCode(page)
  const send = page.getByRole('button', { name: 'Envoyer maintenant' })
  for (const next of answers) {
    answer = next
    const before = asked
    await send.click()
    await expect.poll(() => asked).toBeGreaterThan(before)
    await expect(send).toBeEnabled()
    await expect(page.getByRole('heading', { name: 'Sur cette tablette : 2 faits' })).toBeVisible()
    await expect(strip(page)).toContainText('sur cette tablette 2 · reçus 1 sur 3 faits')
  }
  await page.unroute('**/api/sync')
  expect(await countStops(await lastRound(QUI))).toBe(0)
  await sendAll(page)
})

test('1. et 3. trois cents faits, réponses coupées au hasard, serveur tué et relancé, deux onglets : trois cents', async () => {
  const maraudeId = await lastRound(QUI)
  const before = await countStops(maraudeId)
  const hasard = makeHasard(20_261_126)
  const ids = await queueStops(page, maraudeId, 300, new Date())
  panne = () => {
    const drawn = hasard()
    if (drawn < 0.25) return 'reponse'
    return drawn < 0.4 ? 'demande' : 'rien'
  }
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await tab.goto('/terrain/envois')
    await enterCode(tab)
  }
  for (const tab of [page, other]) await tab.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await expect.poll(() => countStops(maraudeId)).toBeGreaterThan(before + 20)
  await serveur.kill()
  await serveur.start()
  await Promise.all([sendAll(page), sendAll(other)])
  panne = () => 'rien'
  expect(relais.counts.reponse).toBeGreaterThan(0)
  expect(relais.counts.demande).toBeGreaterThan(0)

  expect(await countStops(maraudeId)).toBe(before + 300)
  const [held] = await ask<{ n: number }>(
    `SELECT count(*)::int AS n FROM operations WHERE id = ANY($1) AND verdict = 'APPLIQUE'`,
    [ids],
  )
  expect(held?.n).toBe(300)
  for (const tab of [page, other]) {
    await expect(strip(tab)).toContainText('sur cette tablette 0 · reçus 303 sur 303 faits')
    await expect(tab.getByText('Le serveur a reçu 303 des 303 faits de cette tablette.')).toBeVisible()
  }
  await other.close()
})

test('7. la connexion finie, la saisie et la file continuent, et rien ne part deux fois', async () => {
  const cookies = await context.cookies()
  await context.clearCookies()
  const maraudeId = await lastRound(QUI)
  const before = await countStops(maraudeId)
  await queueStops(page, maraudeId, 5, new Date())
  await page.goto('/terrain/envois')
  await enterCode(page)
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await expect(page.getByText('Session terminée')).toBeVisible()
  await expect(strip(page)).toContainText('sur cette tablette 5')
  await context.addCookies(cookies)
  await sendAll(page)
  expect(await countStops(maraudeId)).toBe(before + 5)
})

test('18. une tablette restée à la version d’avant est lue comme les autres', async () => {
  const { cles } = await readDevice(page)
  const auteurId = cles.find(({ cle }) => cle === 'dernier')?.['compteId']
  const id = '01a2187a-0000-7000-8000-000000000001'
  const operation = {
    id,
    sequence: 1,
    kind: 'maraude.ouvrir',
    schemaVersion: 1,
    auteurId,
    creeLe: new Date().toISOString(),
    corps: { mode: 'A_PIED', equipe: 2, debut: new Date().toISOString() },
  }
  const answer = await page.evaluate(
    async (body) => {
      const response = await fetch('/api/sync', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return { status: response.status, body: await response.json() }
    },
    {
      appareilId: '01a2187a-0000-7000-8000-0000000000aa',
      envoyeLe: new Date().toISOString(),
      enAttente: 1,
      sequenceMax: 1,
      operations: [operation],
    },
  )
  expect(answer).toMatchObject({
    status: 200,
    body: { recusParAppareil: 1, verdicts: [{ id, verdict: 'applique' }] },
  })
})

test('20. cinq cents faits après une semaine sans réseau partent en 3G, l’écran utilisable, et leur durée est dite', async () => {
  const maraudeId = await lastRound(QUI)
  const before = await countStops(maraudeId)
  await queueStops(page, maraudeId, 500, new Date())
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: (750 * 1024) / 8,
    uploadThroughput: (250 * 1024) / 8,
  })
  const start = performance.now()
  await page.goto('/terrain/envois')
  await enterCode(page)
  await page.getByRole('button', { name: 'Retour' }).click()
  await page
    .getByRole('button', { name: /Nouvel arrêt/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Arrêt' })).toBeVisible()
  await expect(strip(page)).toContainText('sur cette tablette 0 ', { timeout: 120_000 })
  const seconds = Math.round((performance.now() - start) / 1000)
  test.info().annotations.push({ type: 'durée', description: `500 faits en 3G : ${seconds} s` })
  process.stdout.write(`500 faits en 3G : ${seconds} s\n`)
  expect(await countStops(maraudeId)).toBe(before + 500)
})
