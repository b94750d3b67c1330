import { expect, test } from '@playwright/test'
import { findFaults } from './support/accessibilite'
import { closeAll, openAs } from './support/session'

test.afterEach(closeAll)

const SLEEP_IN = 'coordination.sleep-in@exemple.fr'

test('l’annuaire se filtre sans JavaScript, sans accents, et l’adresse se partage', async ({ browser }) => {
  const known = await openAs(browser, SLEEP_IN)
  const storageState = await known.context().storageState()
  const page = await (await browser.newContext({ storageState, javaScriptEnabled: false })).newPage()
  await page.goto('/structures')
  await expect(page.getByText('25 structures : 20 à Paris, 5 en Seine-Saint-Denis')).toBeVisible()
  await page.getByLabel('Rechercher').fill('gaia methadone')
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await expect(page).toHaveURL(/[?&]q=gaia\+methadone/)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Gaïa, CAARUD et bus méthadone'])
  await page.getByRole('link', { name: 'Tout voir' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(25)
})

test('un filtre qui n’a pas de sens est nommé, les autres servent', async ({ browser }) => {
  const page = await openAs(browser, SLEEP_IN)
  await page.goto(`/structures?commune=13055&type=HSA&q=${'x'.repeat(10_000)}`)
  await expect(
    page.getByText(/Filtre ignoré : .*commune inconnue à Paris et en Seine-Saint-Denis/),
  ).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Halte soins addictions (HSA)'])
  await page.goto('/structures?langue=zh')
  await expect(page.getByText('Aucune structure ne répond à ces filtres')).toBeVisible()
})

test('la fiche du Sleep-In dit ses dispositifs, leurs places et ce qui reste à vérifier', async ({
  browser,
}) => {
  const page = await openAs(browser, 'intervenante@exemple.fr')
  await page.goto('/structures')
  await page.getByRole('link', { name: 'Sleep-In' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sleep-In')
  for (const name of ['Urgence de nuit', 'Séjour continu', 'Espace de repos', 'CSAPA ambulatoire']) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  }
  await expect(page.getByText('Ouvert jour et nuit').first()).toBeVisible()
  await expect(page.getByText(/^30 places par nuit/)).toBeVisible()
  await expect(page.getByText('tous les jours 10 h – 18 h')).toBeVisible()
  await expect(page.getByText('À vérifier : adresse, capacité.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Confirmer la fiche' })).toBeHidden()
})

test('la fiche d’Assore raconte sa capacité et ne dit aucune adresse', async ({ browser }) => {
  const page = await openAs(browser, 'mmpcr@exemple.fr')
  await page.goto('/structures/assore')
  await expect(page.getByText('adresse confidentielle')).toBeVisible()
  await page.getByText('Historique de la capacité (7)').click()
  const history = page.getByRole('table', { name: /Capacité de Hébergement hôtelier/ })
  await expect(history.getByRole('row')).toHaveCount(8)
  await expect(history.getByRole('row', { name: /01\/01\/2023.* 610/ })).toBeVisible()
  await expect(history.getByRole('row', { name: / 680/ })).toBeVisible()
})

test('une structure inconnue, ou qu’on n’a pas à voir, est introuvable', async ({ browser }) => {
  const page = await openAs(browser, SLEEP_IN)
  expect((await page.goto('/structures/nulle-part'))?.status()).toBe(404)
  expect((await page.goto('/structures/..%2F..%2Fetc'))?.status()).toBe(404)
  const lecteur = await openAs(browser, 'lecture@exemple.fr')
  expect((await lecteur.goto('/structures'))?.status()).toBe(404)
  expect((await lecteur.goto('/structures/sleep-in'))?.status()).toBe(404)
})

test('la structure confirme sa fiche d’un geste', async ({ browser }) => {
  const page = await openAs(browser, 'coordination.pavillon@exemple.fr')
  await page.goto('/structures/le-pavillon')
  await expect(page.getByText('Jamais confirmée')).toBeVisible()
  await page.getByRole('button', { name: 'Confirmer la fiche' }).click()
  await expect(page.getByText('Confirmée', { exact: true })).toBeVisible()
  await expect(page.getByText('Jamais confirmée')).toBeHidden()

  const other = await openAs(browser, 'mmpcr@exemple.fr')
  await other.goto('/structures?q=pavillon')
  await expect(other.getByText('Confirmée', { exact: true })).toBeVisible()
})

for (const [path, colorScheme, width] of [
  ['/structures', 'light', 1440],
  ['/structures?commune=13055', 'dark', 390],
  ['/structures/sleep-in', 'dark', 1024],
  ['/structures/csapa-ego', 'light', 390],
] as const) {
  test(`axe ne trouve rien sur ${path}, ${colorScheme}, ${width} px`, async ({ browser }) => {
    const page = await openAs(browser, SLEEP_IN, { colorScheme, viewport: { width, height: 900 } })
    await page.goto(path)
    expect(await findFaults(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
}
