import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { chooseCode, enterCode } from '../support/code'
import { openAs, signIn } from '../support/session'
import { ask, lastRound } from './base'
import { addPerson, enrol, noteStop, openPart, readDevice, startRound, strip } from './gestes'
import { makeProfile, openTablette, waitForWorker } from './tablette'

const QUI = 'intervenante@exemple.fr'

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

let context: BrowserContext
let page: Page

test.beforeAll(async () => {
  context = await openTablette(makeProfile(), `http://localhost:${process.env['E2E_PORT']}`)
  page = await context.newPage()
})
test.afterAll(async () => {
  await context.close()
})

async function countStops(): Promise<number> {
  const [row] = await ask<{ n: number }>(`SELECT count(*)::int AS n FROM arrets WHERE maraude_id = $1`, [
    await lastRound(QUI),
  ])
  return row?.n ?? 0
}

test('2. deux appuis sur le même bouton, collés ou à 150 ms, n’enregistrent qu’un arrêt, et aucun vide', async () => {
  await signIn(page, QUI)
  await page.goto('/terrain')
  await chooseCode(page)
  await waitForWorker(page)
  await startRound(page)
  for (const [index, pause] of [0, 150].entries()) {
    await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
    await addPerson(page)
    await openPart(page, 'Personnes')
    const box = await page.getByRole('button', { name: 'Enregistrer', exact: true }).boundingBox()
    if (box === null) throw new Error('bouton introuvable')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.click(x, y)
    await page.waitForTimeout(pause)
    await page.mouse.click(x, y)
    // The second tap may have opened a new stop: left empty, it is nothing.
    await expect(strip(page)).toContainText(index === 0 ? 'reçus 2 sur 2 faits' : 'reçus 3 sur 3 faits')
    await page.goto('/terrain/maraude')
    await enterCode(page)
    await expect(page.getByRole('heading', { name: index === 0 ? '1 arrêt' : '2 arrêts' })).toBeVisible()
  }
  await expect(strip(page)).toContainText('sur cette tablette 0 · reçus 3 sur 3 faits')
  expect(await countStops()).toBe(2)
})

test('3. une même saisie ouverte dans deux onglets ne s’écrit que dans un, puis se reprend dans l’autre', async () => {
  await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
  await addPerson(page)
  const other = await context.newPage()
  await other.goto('/terrain/maraude/arret')
  await enterCode(other)
  const elsewhere = other.getByRole('heading', { name: 'Cette saisie est ouverte dans un autre onglet' })
  await expect(elsewhere).toBeVisible()
  await expect(other.getByRole('button', { name: /^Enregistrer/ })).toHaveCount(0)
  await page.close()
  page = other
  await expect(elsewhere).toBeHidden()
  await openPart(page, 'Personnes')
  await expect(page.getByRole('heading', { name: 'Femme, 30-39' })).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByRole('heading', { name: '3 arrêts' })).toBeVisible()
  await expect(strip(page)).toContainText('sur cette tablette 0 · reçus 4 sur 4 faits')
  expect(await countStops()).toBe(3)
})

test('le fichier de secours d’une tablette muette s’importe au bureau, et rien n’est compté deux fois', async ({
  browser,
}) => {
  await context.route('**/api/sync', (route) => route.abort())
  await noteStop(page)
  await noteStop(page)
  await strip(page).click()
  await expect(page.getByRole('heading', { name: 'Sur cette tablette : 2 faits' })).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fichier de secours' }).click()
  const file = await (await saved).path()
  await expect(page.getByText('Fichier de secours : 2 faits scellés')).toBeVisible()

  const desk = await openAs(browser, 'coordination.caarud@exemple.fr')
  await desk.goto('/maraudes/tablettes')
  for (const said of ['2 nouveaux, 0 déjà reçu', '0 nouveau, 2 déjà reçus']) {
    await desk.getByRole('button', { name: 'Importer un fichier de secours' }).click()
    await desk.getByLabel(/^Fichier/).setInputFiles(file)
    await expect(desk.getByText('2 faits lus dans le fichier')).toBeVisible()
    await expect(desk.getByText(said)).toBeVisible()
    await desk.getByRole('button', { name: 'Fermer' }).last().click()
  }
  await desk.context().close()
  expect(await countStops()).toBe(5)

  await context.unroute('**/api/sync')
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await expect(page.getByText('Rien à envoyer')).toBeVisible()
  await expect(strip(page)).toContainText('sur cette tablette 0 · reçus 6 sur 6 faits')
  expect(await countStops()).toBe(5)
})

test('8. un compte fermé entre la saisie et l’envoi : son fait arrive en quarantaine, et la tablette oublie la personne', async ({
  browser,
}) => {
  await enrol(browser, page, 'Tablette de la saisie')
  await context.route('**/api/sync', (route) => route.abort())
  await page.goto('/terrain/maraude')
  await enterCode(page)
  await noteStop(page)
  const [compte] = await ask<{ id: string }>(
    `UPDATE comptes SET actif = false WHERE courriel = $1 RETURNING id`,
    [QUI],
  )
  try {
    await context.unroute('**/api/sync')
    await page.goto('/terrain')
    await expect
      .poll(async () => {
        const { comptes, faits, brouillons, file } = await readDevice(page)
        return { comptes, faits, brouillons, file }
      })
      .toEqual({ comptes: [], faits: [], brouillons: [], file: [] })
    const [last] = await ask<{ verdict: string; motif: string }>(
      `SELECT verdict, motif FROM operations WHERE auteur_id = $1 ORDER BY id DESC LIMIT 1`,
      [compte?.id],
    )
    expect(last).toMatchObject({ verdict: 'QUARANTAINE' })
  } finally {
    await ask(`UPDATE comptes SET actif = true WHERE id = $1`, [compte?.id])
  }
})
