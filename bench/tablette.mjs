// The tablet's own figures, in a real browser, on a production server of this run with a base of demonstration.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { uuidv7 } from 'uuidv7'
import { ensureBuilt } from '../scripts/steps/build.mjs'
import { findChromium } from '../scripts/steps/chromium.mjs'
import { atEnd } from '../scripts/steps/lifecycle.mjs'
import { createDatabase, ownerRole } from '../scripts/steps/owner.mjs'
import { freePort } from '../scripts/steps/ports.mjs'
import { seed } from '../scripts/steps/seed.mjs'
import { withParts } from '../scripts/steps/sql.mjs'
import { migratedTestServer, templateDatabase } from '../scripts/steps/test-database.mjs'
import { serverEnvironment, startWebServer } from '../scripts/steps/web-server.mjs'
import { median, rounded } from './chrono.mjs'

const CODE = '407192'
const STARTS = 7
const QUEUED = 10_000

/** Yields `sync.js_gzip_kb`, `sync.warm_offline_ms` and `sync.heap_10k_mb`. */
export async function* measureTablet() {
  const serveur = await serveDemonstration()
  const tablette = await openTablet(serveur.address)
  yield { name: 'sync.js_gzip_kb', value: await weighFirstScreen(tablette), unit: 'kB', limit: 180 }

  // Another page: reading every script to weigh it costs the browser more than starting does.
  const page = await tablette.newPage()
  await page.addInitScript(typeAsSoonAsAsked, CODE)
  await page.goto('/terrain')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await openRound(page)
  await page.waitForTimeout(4_000)
  await serveur.stop()
  yield { name: 'sync.warm_offline_ms', value: await warmStart(page), unit: 'ms', limit: 500 }
  yield { name: 'sync.heap_10k_mb', value: await heapWith(page, QUEUED), unit: 'Mo', limit: 150 }
  await tablette.close()
}

async function weighFirstScreen(tablette) {
  const page = await tablette.newPage()
  const scripts = listScripts(page)
  await signIn(page)
  scripts.clear()
  await page.addInitScript(noteWhenUsable)
  await page.goto('/terrain')
  await chooseCode(page)
  await page.getByRole('button', { name: 'Partir en maraude' }).waitFor()
  const weight = await weighBeforeUse(page, scripts)
  await page.close()
  return rounded(weight / 1000)
}

async function serveDemonstration() {
  const { superuserUrl, ownerUrl, environment } = await migratedTestServer()
  const database = 'banc_tablette'
  await createDatabase(superuserUrl('postgres'), database, { owner: ownerRole, template: templateDatabase })
  const opened = {
    authSecret: environment.AUTH_SECRET,
    ownerUrl: ownerUrl(database),
    applicationUrl: withParts(environment.TEST_DATABASE_APP_URL, { database }),
  }
  await seed(opened)
  await ensureBuilt()
  const port = await freePort(4800)
  const raw = { LOG_LEVEL: 'fatal', TILES_URL: 'aucun', PUBLIC_URL: `http://localhost:${port}` }
  const server = await startWebServer(serverEnvironment({ raw, database: opened, port }))
  atEnd(() => server.stop())
  return { address: raw.PUBLIC_URL, stop: () => server.stop() }
}

async function openTablet(baseURL) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'maillage-banc-'))
  atEnd(async () => fs.rmSync(profile, { recursive: true, force: true }))
  return chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
    baseURL,
    locale: 'fr-FR',
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
  })
}

/** Runs in the page: the instant when a round can be begun. */
function noteWhenUsable() {
  const observer = new MutationObserver(() => {
    const isUsable = [...document.querySelectorAll('button')].some((button) =>
      button.textContent.includes('Partir en maraude'),
    )
    if (!isUsable) return
    globalThis.usableAt = performance.now()
    observer.disconnect()
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** What was asked for until then; the other screens, which the page fetches afterwards, wait for nobody. */
async function weighBeforeUse(page, scripts) {
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < globalThis.usableAt)
      .map(({ name }) => name),
  )
  const sizes = await Promise.all(asked.map((name) => scripts.get(name) ?? 0))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Gzip bytes of each script the page asks for, by address: the worker's own copies, fetched later, are not the first screen. */
function listScripts(page) {
  const sizes = new Map()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.set(
        response.url(),
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      )
  })
  return sizes
}

/** The demonstration base fills the password in. What the sign-in page brought must be brought again to be weighed. */
async function signIn(page) {
  await page.goto('/connexion?compte=intervenante%40exemple.fr')
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'))
  const session = await page.context().newCDPSession(page)
  await session.send('Network.clearBrowserCache')
}

async function chooseCode(page) {
  await page.getByLabel('Code à six chiffres').fill(CODE)
  await page.getByLabel('Le même code, encore').fill(CODE)
  await page.getByRole('button', { name: 'Garder ce code' }).click()
}

async function openRound(page) {
  await page.getByRole('button', { name: 'Partir en maraude' }).click()
  await page.getByRole('combobox', { name: 'Secteur' }).fill('Paris 18')
  await page.getByRole('option', { name: 'Paris 18e' }).click()
  await page.getByRole('button', { name: 'C’est parti' }).click()
  await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
  await page.getByRole('button', { name: /Enregistrer/ }).waitFor()
}

/** Server dead: from the instant the reload leaves the old page to the first frame with the stop's form. */
async function warmStart(page) {
  const times = []
  for (let start = 0; start < STARTS; start++) {
    await page.reload({ waitUntil: 'commit' })
    await page.waitForFunction(() => globalThis.formAt !== undefined)
    times.push(await page.evaluate(() => globalThis.formAt))
    await page.waitForTimeout(500)
  }
  return Math.round(median(times))
}

/** Runs in the page: the driver looks again only every half second, which is as long as the limit; the page sees each change. */
function typeAsSoonAsAsked(code) {
  let isTyped = false
  const observer = new MutationObserver(() => {
    const field = document.querySelector('input[inputmode="numeric"]')
    if (field !== null && !isTyped) {
      isTyped = true
      // React hears of a value only through the setter it did not replace.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, code)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const buttons = [...document.querySelectorAll('button')]
    if (!isTyped || !buttons.some((button) => button.textContent.includes('Enregistrer'))) return
    observer.disconnect()
    requestAnimationFrame(() => {
      globalThis.formAt = performance.now()
    })
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** Through the tablet's own door for acts of its first version: each is sealed, locked, numbered and queued like any other. */
async function heapWith(page, count) {
  const rows = Array.from({ length: count }, (_, index) => {
    const arrivee = new Date(Date.UTC(2026, 10, 23, 18) + index * 1000).toISOString()
    const corps = {
      maraudeId: '01931f6a-0000-7000-8000-000000000001',
      communeCode: '75118',
      lieu: `Arrêt ${index}`,
      arrivee,
      depart: arrivee,
      rencontres: [{ genre: 'FEMME', trancheAge: 'DE_30_39', situation: 'ISOLEE', connus: 0, nouveaux: 1 }],
      materiel: [{ article: 'kit-inhalation', sens: 'DONNE', quantite: 2 }],
    }
    return {
      id: uuidv7(),
      sequence: index + 1,
      kind: 'arret.noter',
      schemaVersion: 1,
      creeLe: arrivee,
      corps,
    }
  })
  await page.evaluate(putClearBase, rows)
  await page.reload({ waitUntil: 'commit' })
  const strip = page.getByRole('link', { name: new RegExp(`sur cette tablette.${count}`) })
  await strip.waitFor({ timeout: 600_000 })
  await page.getByRole('button', { name: /Enregistrer/ }).waitFor({ timeout: 120_000 })
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return rounded(usedSize / 1e6)
}

/** Runs in the page. */
async function putClearBase(rows) {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  const compteId = names.find((name) => name.startsWith('maillage-coffre-'))?.replace('maillage-coffre-', '')
  await new Promise((resolve, reject) => {
    const request = indexedDB.open(`maillage-terrain-${compteId}`, 10)
    request.addEventListener('error', () => reject(request.error))
    request.addEventListener('upgradeneeded', () => {
      for (const name of ['file', 'faits', 'brouillons'])
        request.result.createObjectStore(name, { keyPath: 'id' })
    })
    request.addEventListener('success', () => {
      const tx = request.result.transaction(['file', 'faits'], 'readwrite')
      for (const row of rows) {
        tx.objectStore('file').put({ ...row, auteurId: compteId })
        tx.objectStore('faits').put({ id: row.id, kind: row.kind, creeLe: row.creeLe, corps: row.corps })
      }
      tx.addEventListener('complete', () => {
        request.result.close()
        resolve(undefined)
      })
    })
  })
}
