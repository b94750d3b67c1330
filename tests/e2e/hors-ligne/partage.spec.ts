import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { chooseCode, enterCode } from '../support/code'
import { signIn } from '../support/session'
import { ask, lastRound } from './base'
import { enrol, noteStop, openPart, readDevice, startRound, strip } from './gestes'
import { openScene } from './scene'
import type { Serveur } from './serveur'
import { openTablette, waitForWorker } from './tablette'

const A = 'intervenante@exemple.fr'
const B = 'coordination.caarud@exemple.fr'
/** A landmark nobody else writes, to be looked for in the profile. */
const MARQUE = 'quai bleu des acacias'

test.describe.configure({ mode: 'serial' })
test.setTimeout(300_000)

let serveur: Serveur
let profile: string
let context: BrowserContext
let page: Page

test.beforeAll(async () => {
  ;({ serveur, profile, context, page } = await openScene())
})
test.afterAll(async () => {
  await context.close()
  await serveur.kill()
})

test('13. se déconnecter avec une file qui n’est pas vide est permis, et dit ce qui en restera', async () => {
  await signIn(page, A)
  await page.goto('/terrain')
  await chooseCode(page)
  await startRound(page)
  await waitForWorker(page)
  await expect(strip(page)).toContainText('sur cette tablette 0')
  await context.route('**/api/sync', (route) => route.abort())
  await noteStop(page)
  await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
  await openPart(page, 'Lieu')
  await page.getByLabel('Repère').fill(MARQUE)
  await page.getByRole('button', { name: /^Enregistrer/ }).click()
  await expect(page.getByRole('heading', { name: '2 arrêts' })).toBeVisible()
  await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
  await openPart(page, 'Notes')
  await page.getByLabel('Note', { exact: true }).fill(`Rien à signaler au ${MARQUE}`)
  await page.goto('/terrain/envois')
  await enterCode(page)
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByText(/2.faits restent scellés ici/)).toBeVisible()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('heading', { name: 'Votre code' })).toBeVisible()
  expect((await readDevice(page)).file).toHaveLength(2)
})

test('12. B sur la tablette de A ne lit rien de A et ne signe rien en son nom', async () => {
  await signIn(page, B)
  await page.goto('/terrain')
  await chooseCode(page, '582913')
  await expect(page.getByRole('heading', { name: 'Aucune maraude en cours' })).toBeVisible()
  await page.goto('/terrain/envois')
  await enterCode(page, '582913')
  await expect(page.getByText('Fait d’une autre personne')).toHaveCount(2)
  await expect(page.getByText(MARQUE)).toHaveCount(0)
  // A's acts wait: this tablet is not enrolled, and B's session may not sign for A.
  await context.unroute('**/api/sync')
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await expect(strip(page)).toContainText('sur cette tablette 2')
  await page.goto('/terrain')
  await enterCode(page, '582913')
  await startRound(page)
  await noteStop(page)
  // « 2 » is also what the strip says just before the stop is counted: the base alone tells that it arrived.
  await expect
    .poll(async () =>
      ask<{ courriel: string; arrets: number }>(
        `SELECT c.courriel, count(a.id)::int AS arrets FROM maraudes m JOIN comptes c ON c.id = m.auteur_id
         LEFT JOIN arrets a ON a.maraude_id = m.id WHERE m.id = $1 GROUP BY c.courriel`,
        [await lastRound(B)],
      ),
    )
    .toEqual([{ courriel: B, arrets: 1 }])
  await expect(strip(page)).toContainText('sur cette tablette 2')
})

test('le profil du navigateur, lu tel quel sur le disque, ne contient aucun texte d’une maraude', async () => {
  await context.close()
  const words = [MARQUE, 'trancheAge', 'DE_30_39', 'arret.noter', 'secteurCode']
  const needles = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word, bytes: Buffer.from(word, 'utf16le') },
  ])
  const found: string[] = []
  let read = 0
  for (const entry of readdirSync(profile, { recursive: true, withFileTypes: true })) {
    // Our own code, kept by the worker and by the browser, names the fields; what people typed is elsewhere.
    const file = path.join(entry.parentPath, entry.name)
    if (!entry.isFile() || /Cache/.test(file)) continue
    const bytes = readFileSync(file)
    read += 1
    for (const needle of needles) if (bytes.includes(needle.bytes)) found.push(`${needle.word} : ${file}`)
  }
  expect(read).toBeGreaterThan(20)
  expect(found).toEqual([])
  context = await openTablette(profile, serveur.address)
  page = await context.newPage()
})

test('une fois la tablette enrôlée, les faits de A partent en son nom, quelle que soit la session', async ({
  browser,
}) => {
  await enrol(browser, page, 'Tablette des essais')
  await context.clearCookies({ name: 'maillage-session' })
  await page.goto('/terrain/envois')
  await expect(strip(page)).toContainText('sur cette tablette 0 · reçus 2 sur 2 faits', { timeout: 60_000 })
  const rows = await ask<{ lieu: string | null }>(
    `SELECT lieu FROM arrets WHERE maraude_id = $1 ORDER BY id`,
    [await lastRound(A)],
  )
  expect(rows).toEqual([{ lieu: null }, { lieu: MARQUE }])
})

test('dix codes faux font oublier ce que l’un lisait, jamais ce que l’autre a noté', async () => {
  await page.goto('/terrain')
  for (let essai = 1; essai <= 10; essai++) {
    await page.getByLabel('Code à six chiffres').fill(String(100_000 + essai * 37))
    if (essai < 10) await expect(page.getByText(new RegExp(`Encore ${10 - essai}.essai`))).toBeVisible()
  }
  await expect(page.getByRole('heading', { name: 'Choisissez un code pour cette tablette' })).toBeVisible()
  const { comptes, faits } = await readDevice(page)
  expect(comptes.filter(({ aUnCode }) => aUnCode)).toHaveLength(1)
  expect(comptes).toHaveLength(2)
  expect(new Set(faits.map(({ auteurId }) => auteurId)).size).toBe(1)
})

test('17. effacée par le navigateur, la tablette reprend ses numéros après ceux que le serveur connaît', async () => {
  const before = await readDevice(page)
  const sequence = Number(before.cles.find(({ cle }) => cle === 'appareil')?.['sequence'])
  await page.goto('/aide')
  await page.evaluate(() => {
    indexedDB.deleteDatabase('maillage-appareil')
  })
  await signIn(page, B)
  await page.goto('/terrain')
  await chooseCode(page, '582913')
  await startRound(page)
  await expect(strip(page)).toContainText('sur cette tablette 0', { timeout: 60_000 })
  const { cles } = await readDevice(page)
  const line = cles.find(({ cle }) => cle === 'appareil')
  expect(line).toMatchObject({ nom: 'Tablette des essais' })
  expect(Number(line?.['sequence'])).toBeGreaterThanOrEqual(sequence)
})

test('9. la tablette retirée s’efface au premier contact, et n’envoie plus rien', async () => {
  await ask(
    `UPDATE appareils SET revoque_le = now(), revocation = 'PERDUE' WHERE libelle = 'Tablette des essais'`,
  )
  await page.goto('/terrain')
  await expect(page.getByText(/Cette tablette a été retirée/)).toBeVisible()
  const { comptes, faits, brouillons } = await readDevice(page)
  expect({ comptes, faits, brouillons }).toEqual({ comptes: [], faits: [], brouillons: [] })
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  expect(names.filter((name) => name?.startsWith('maillage-coffre'))).toEqual([])
  const [row] = await ask<{ effacement_le: Date | null }>(
    `SELECT effacement_le FROM appareils WHERE libelle = 'Tablette des essais'`,
  )
  expect(row?.effacement_le).not.toBeNull()
})
