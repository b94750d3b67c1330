import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { chooseCode, enterCode } from '../support/code'
import { signIn } from '../support/session'
import { ask, lastRound } from './base'
import { addPerson, openPart, saveStop, startRound, strip } from './gestes'
import { openScene } from './scene'
import type { Serveur } from './serveur'
import { openTablette, waitForWorker } from './tablette'

const QUI = 'intervenante@exemple.fr'
const ARRETS = 40
const WORKER = 'public/sw.js'

test.describe.configure({ mode: 'serial' })
test.setTimeout(400_000)

let serveur: Serveur
let worker: Buffer
let profile: string
let context: BrowserContext
let page: Page

test.beforeAll(async () => {
  worker = readFileSync(WORKER)
  ;({ serveur, profile, context, page } = await openScene())
})
test.afterAll(async () => {
  writeFileSync(WORKER, worker)
  await context.close()
  await serveur.kill()
})

/** The tab dies with everything it had in memory; another is opened where it was. */
async function killTab(): Promise<void> {
  const address = page.url()
  const dying = page
  const session = await context.newCDPSession(dying)
  const gone = dying.waitForEvent('crash')
  void session.send('Page.crash').catch(() => {})
  await gone
  page = await context.newPage()
  await dying.close()
  await page.goto(address)
  await enterCode(page)
}

test('le serveur mort et le navigateur relancé, la tablette s’ouvre à n’importe quelle adresse', async () => {
  await signIn(page, QUI)
  await page.goto('/terrain')
  await chooseCode(page)
  await startRound(page)
  await expect(strip(page)).toContainText('sur cette tablette 0 · reçus 1 sur 1 fait')
  await waitForWorker(page)
  await serveur.kill()
  await context.close()

  context = await openTablette(profile, serveur.address)
  page = await context.newPage()
  for (const address of ['/terrain', '/terrain/envois', '/terrain/carte', '/terrain/maraude']) {
    await page.goto(address)
    await enterCode(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).toHaveURL(address)
  }
})

test('16. l’onglet tué dix fois en pleine saisie : quarante arrêts, égaux au dernier appui', async () => {
  for (let stop = 1; stop <= ARRETS; stop++) {
    await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
    await addPerson(page)
    if (stop % 4 === 1) {
      await expect(page.getByRole('heading', { name: 'Femme, 30-39' })).toBeVisible()
      await killTab()
      await openPart(page, 'Personnes')
      await expect(page.getByRole('heading', { name: 'Femme, 30-39' })).toBeVisible()
    }
    const again = page.getByRole('button', { name: 'Ajouter un : Nouvelles' })
    for (let more = 0; more < stop % 3; more++) await again.click()
    // 2. A second tap on the same button saves nothing more.
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).dblclick()
    await expect(page.getByRole('heading', { name: stop === 1 ? '1 arrêt' : `${stop} arrêts` })).toBeVisible()
  }
  await expect(strip(page)).toContainText(`sur cette tablette ${ARRETS} · reçus 1 sur ${ARRETS + 1} faits`)
})

test('le serveur revenu, la base tient les quarante arrêts, mot pour mot', async () => {
  await serveur.start()
  await strip(page).click()
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await expect(page.getByText('Rien à envoyer')).toBeVisible({ timeout: 60_000 })
  await expect(strip(page)).toContainText(
    `sur cette tablette 0 · reçus ${ARRETS + 1} sur ${ARRETS + 1} faits`,
  )
  const met = await ask<{ nouveaux: number }>(
    `SELECT coalesce(sum(r.nouveaux), 0)::int AS nouveaux FROM arrets a LEFT JOIN rencontres r ON r.arret_id = a.id
     WHERE a.maraude_id = $1 GROUP BY a.id ORDER BY a.id`,
    [await lastRound(QUI)],
  )
  expect(met.map(({ nouveaux }) => nouveaux)).toEqual(
    Array.from({ length: ARRETS }, (_, index) => 1 + ((index + 1) % 3)),
  )
})

test('4. une mise à jour pendant une saisie attend un mot, et garde la saisie', async () => {
  await page.goto('/terrain/maraude/arret')
  await enterCode(page)
  await addPerson(page)
  // The next worker: one more line is another worker for the browser.
  appendFileSync(WORKER, '// version suivante\n')
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/terrain'))?.update())
  await expect(page.getByText('Une nouvelle version de Maillage est prête')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Femme, 30-39' })).toBeVisible()
  await page.getByRole('button', { name: 'Mettre à jour' }).click()
  await enterCode(page)
  await openPart(page, 'Personnes')
  await expect(page.getByRole('heading', { name: 'Femme, 30-39' })).toBeVisible()
  await expect(page.getByText('Une nouvelle version de Maillage est prête')).toBeHidden()
  await saveStop(page)
})

test('5. la mémoire pleine se dit, et ce qui est saisi reste à l’écran', async () => {
  await page.goto('/terrain/maraude')
  await enterCode(page)
  await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
  await openPart(page, 'Lieu')
  const session = await context.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: `${serveur.address}/`, quotaSize: 1 })
  const landmark = page.getByLabel('Repère')
  // The browser looks at its quota from time to time only.
  await expect(async () => {
    await landmark.fill('Place')
    await landmark.fill('Place Hébert')
    await expect(page.getByText(/tablette est pleine/)).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 90_000 })
  await page.getByRole('button', { name: /^Enregistrer/ }).click()
  await expect(page.getByText(/n’a plus de place/)).toBeVisible()
  await expect(landmark).toHaveValue('Place Hébert')
  await session.send('Storage.overrideQuotaForOrigin', { origin: `${serveur.address}/` })
  await expect(async () => {
    await page.getByRole('button', { name: /^Enregistrer/ }).click({ timeout: 2_000 })
    await expect(page.getByRole('heading', { name: `${ARRETS + 2} arrêts` })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 90_000 })
})

test('11. les faits en clair de la première version sont scellés, puis partent, et leur base disparaît', async () => {
  const maraudeId = await lastRound(QUI)
  await page.evaluate(putClearBase, { maraudeId, debut: Date.now() })
  await page.goto('/terrain/envois')
  await enterCode(page)
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await expect(page.getByText('Rien à envoyer')).toBeVisible({ timeout: 60_000 })
  const [row] = await ask<{ n: number }>(
    `SELECT count(*)::int AS n FROM arrets WHERE maraude_id = $1 AND lieu = 'Première version'`,
    [maraudeId],
  )
  expect(row?.n).toBe(3)
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
  expect(names.filter((name) => name.startsWith('maillage-terrain-'))).toEqual([])
})

/** Runs in the page: what the first version of the tablet kept, three stops not sent. */
async function putClearBase({ maraudeId, debut }: { maraudeId: string; debut: number }): Promise<void> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  const coffre = names.find((name) => name.startsWith('maillage-coffre-')) ?? ''
  const auteurId = coffre.replace('maillage-coffre-', '')
  const base = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`maillage-terrain-${auteurId}`, 10)
    request.addEventListener('error', () => reject(new Error('base')))
    request.addEventListener('upgradeneeded', () => {
      for (const name of ['file', 'faits', 'brouillons'])
        request.result.createObjectStore(name, { keyPath: 'id' })
    })
    request.addEventListener('success', () => resolve(request.result))
  })
  const tx = base.transaction(['file', 'faits'], 'readwrite')
  for (let index = 1; index <= 3; index++) {
    const id = `01a2187a-0000-7000-8000-00000000010${index}`
    const arrivee = new Date(debut - 60_000).toISOString()
    const corps = { maraudeId, communeCode: '75118', lieu: 'Première version', arrivee, depart: arrivee }
    const act = { id, kind: 'arret.noter', creeLe: arrivee, corps }
    tx.objectStore('file').put({
      ...act,
      sequence: index,
      schemaVersion: 1,
      auteurId,
      essais: 0,
      motif: null,
    })
    tx.objectStore('faits').put(act)
  }
  await new Promise((resolve) => tx.addEventListener('complete', resolve))
  base.close()
}
