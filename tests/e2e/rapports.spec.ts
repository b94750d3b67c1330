import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { findFaults } from './support/accessibilite'
import { signInAs } from './support/session'

/** The figures of the page's tables, as written. */
async function figuresOf(page: Page): Promise<string[]> {
  const cells = await page.locator('main table td').allTextContents()
  return cells.map((cell) => cell.replaceAll(/\s/g, ' ').trim())
}

/** The figures of the file, written as the screen writes them. */
function figuresIn(file: string): string[] {
  const [, body = ''] = file.split('\r\n\r\n')
  const figures = body
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';').at(-1) ?? '')
  return figures.map((figure) => (figure === 'secret statistique' ? figure : toScreen(figure)))
}

function toScreen(figure: string): string {
  const decimals = figure.split(',')[1]?.length ?? 0
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return Number(figure.replace(',', '.')).toLocaleString('fr-FR', options).replaceAll(/\s/g, ' ')
}

test('un rapport composé, partagé par son adresse, et le fichier aux mêmes chiffres', async ({ page }) => {
  await page.goto('/connexion?suite=%2Frapports')
  await signInAs(page, 'Chargée de mission')
  await expect(page.getByRole('heading', { level: 1, name: 'Rapports' })).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  for (const nom of ['Heures de maraude', 'Contacts', 'Femmes rencontrées']) {
    await page.getByRole('checkbox', { name: nom }).first().check()
  }
  await page.getByLabel('Couper par').selectOption({ label: 'Commune' })
  await page.getByRole('button', { name: 'Voir le rapport' }).click()

  await expect(page.getByRole('heading', { level: 1, name: /^Rapport · / })).toBeVisible()
  await expect(
    page.getByRole('table', { name: 'Seine-Saint-Denis' }).getByRole('rowheader', { name: 'Pantin' }),
  ).toBeVisible()
  await expect(page.getByText(/une case qui compte moins de 5 personnes/)).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  const shown = await figuresOf(page)
  await page.goto(page.url())
  await expect.poll(() => figuresOf(page)).toEqual(shown)

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger (CSV)' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^maillage-rapport-\d{4}-T\d-commune\.csv$/)
  const written = figuresIn(await readFile(await download.path(), 'utf8'))
  // The screen repeats the department totals under « Les deux départements ».
  expect([...new Set(written)].toSorted()).toEqual([...new Set(shown)].toSorted())
  expect(written).toHaveLength(shown.length - 2 * 3)
})

test('une adresse fausse est expliquée, une période vide le dit, un rôle sans export n’exporte pas', async ({
  page,
}) => {
  await page.goto('/connexion?suite=%2Frapports')
  await signInAs(page, 'Lecture des rapports')
  await expect(page).toHaveURL(/\/rapports$/)
  await page.goto('/rapports?indicateur=euros&periode=dates&du=1970-01-01&au=2026-01-01')
  await expect(page.getByRole('alert').first()).toContainText('Aucun indicateur ne s’appelle « euros »')
  await expect(page.getByRole('alert').first()).toContainText('à partir du 1er janvier 2020')
  await page.goto('/rapports?indicateur=contacts&periode=2021')
  await expect(page.getByText('Rien n’a été noté sur cette période')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Télécharger (CSV)' })).toBeHidden()
  const refused = await page.request.get('/api/exports/rapports?indicateur=contacts&periode=2021')
  expect(refused.status()).toBe(403)
  expect(await refused.text()).toContain('ne télécharge pas')
})
