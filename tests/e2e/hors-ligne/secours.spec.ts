import { readFileSync, writeFileSync } from 'node:fs'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { chooseCode, enterCode } from '../support/code'
import { openAs, signIn } from '../support/session'
import { ask, lastRound } from './base'
import { noteStop, openPart, startRound, strip } from './gestes'
import { openScene } from './scene'
import type { Serveur } from './serveur'

const QUI = 'intervenante@exemple.fr'
const BUREAU = 'coordination.caarud@exemple.fr'
/** A landmark nobody else writes, to be looked for in the file. */
const MARQUE = 'passage des saules'

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

let serveur: Serveur
let context: BrowserContext
let page: Page
let desk: Page
let before: string
let file: { path: string; name: string }

test.beforeAll(async ({ browser }) => {
  ;({ serveur, context, page } = await openScene())
  desk = await openAs(browser, BUREAU)
})
test.afterAll(async () => {
  await desk.context().close()
  await context.close()
  await serveur.kill()
})

/** The landmarks of the stops of the round this tablet made, as the base holds them. */
async function listPlaces(): Promise<(string | null)[]> {
  const rows = await ask<{ lieu: string | null }>(
    `SELECT lieu FROM arrets WHERE maraude_id = $1 ORDER BY id`,
    [await lastRound(QUI)],
  )
  return rows.map(({ lieu }) => lieu)
}

async function importFile(path: string): Promise<void> {
  await desk.goto('/maraudes/tablettes')
  await desk.getByRole('button', { name: 'Importer un fichier de secours' }).click()
  await desk.getByLabel(/^Fichier/).setInputFiles(path)
}

test('une tablette qui n’envoie plus donne un fichier de secours, que personne d’autre que le serveur ne lit', async () => {
  before = await lastRound(QUI)
  await signIn(page, QUI)
  await page.goto('/terrain')
  await chooseCode(page)
  await expect(page.getByRole('heading', { name: 'Aucune maraude en cours' })).toBeVisible()
  await context.route('**/api/sync', (route) => route.abort())
  await startRound(page)
  await noteStop(page)
  await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
  await openPart(page, 'Lieu')
  await page.getByLabel('Repère').fill(MARQUE)
  await page.getByRole('button', { name: /^Enregistrer/ }).click()
  await expect(strip(page)).toContainText('sur cette tablette 3')
  await page.goto('/terrain/envois')
  await enterCode(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fichier de secours' }).click()
  const download = await downloading
  await expect(page.getByText(/Fichier de secours : 3.faits scellés/)).toBeVisible()
  file = { path: await download.path(), name: download.suggestedFilename() }
  expect(file.name).toMatch(/^maillage-secours-\d{12}\.json$/)
  const text = readFileSync(file.path, 'utf8')
  expect(JSON.parse(text).operations).toHaveLength(3)
  for (const word of [MARQUE, 'saules', 'arret.noter', 'DE_30_39', '75118']) expect(text).not.toContain(word)
  expect(await lastRound(QUI)).toBe(before)
})

test('importé au bureau, le fichier rend la maraude entière, au nom de qui l’a notée', async () => {
  await importFile(file.path)
  await expect(desk.getByText(/3.faits lus dans le fichier/)).toBeVisible()
  await expect(desk.getByText(/3.nouveaux, 0.déjà reçu/)).toBeVisible()
  expect(await lastRound(QUI)).not.toBe(before)
  expect(await listPlaces()).toEqual([null, MARQUE])
})

test('importé deux fois, puis envoyé par la tablette revenue, il ne compte qu’une fois', async () => {
  await importFile(file.path)
  await expect(desk.getByText(/0.nouveau, 3.déjà reçus/)).toBeVisible()
  await context.unroute('**/api/sync')
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await expect(strip(page)).toContainText('sur cette tablette 0 · reçus 3 sur 3 faits')
  expect(await listPlaces()).toEqual([null, MARQUE])
})

test('un fichier abîmé en route n’écrase rien et reste à décider au bureau ; un autre fichier est refusé', async () => {
  const info = test.info()
  const damaged = JSON.parse(readFileSync(file.path, 'utf8'))
  for (const { enveloppe } of damaged.operations)
    enveloppe.ct = enveloppe.ct.replace(/^./, (first: string) => (first === 'A' ? 'B' : 'A'))
  const path = info.outputPath('maillage-secours-abime.json')
  writeFileSync(path, JSON.stringify(damaged))
  await importFile(path)
  await expect(desk.getByText(/0.nouveau, 0.déjà reçu, 3.en quarantaine/)).toBeVisible()
  expect(await listPlaces()).toEqual([null, MARQUE])
  const other = info.outputPath('autre.json')
  writeFileSync(other, JSON.stringify({ bonjour: 1 }))
  await importFile(other)
  await expect(desk.getByText('Ce n’est pas un fichier de secours de Maillage')).toBeVisible()
})
