import { expect, type Page, test } from '@playwright/test'
import { closeAll, openAs } from './support/session'

test.afterEach(closeAll)

const COORDINATION = 'coordination.caarud@exemple.fr'

/** A code made at the desk for a tablet of this name. */
async function makeCode(desk: Page, nom: string): Promise<string> {
  await desk.goto('/maraudes/tablettes')
  await desk.getByRole('button', { name: 'Enrôler une tablette' }).click()
  await desk.getByRole('textbox', { name: 'Nom de la tablette' }).fill(nom)
  await desk.getByRole('button', { name: 'Faire le code' }).click()
  await expect(desk.getByRole('img', { name: /Le code, à photographier/ })).toBeVisible()
  const code = await desk.getByText(/^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}$/).textContent()
  return code ?? ''
}

test('une tablette s’enrôle d’un code, une seule fois ; retirée, elle reçoit l’ordre de s’effacer', async ({
  browser,
}) => {
  const desk = await openAs(browser, COORDINATION)
  const code = await makeCode(desk, 'Tablette d’essai')
  const context = await browser.newContext()
  const tablet = await context.newPage()
  await tablet.goto(`/terrain/enrolement#${code.replaceAll('-', '')}`)
  await expect(tablet.getByLabel('Code d’enrôlement')).toHaveValue(code)
  await expect(tablet).toHaveURL('/terrain/enrolement')
  const enrolled = tablet.waitForResponse('**/api/appareils/enrolement')
  await tablet.getByRole('button', { name: 'Enrôler cette tablette' }).click()
  expect((await enrolled).status()).toBe(201)
  await expect
    .poll(async () => (await context.cookies('http://localhost/api')).map(({ name }) => name))
    .toContain('maillage_appareil')
  const again = await tablet.request.post('/api/appareils/enrolement', { data: { code } })
  expect(again.status()).toBe(403)

  await desk.reload()
  const row = desk.getByRole('row', { name: /Tablette d’essai/ })
  await expect(row.getByText('À jour')).toBeVisible()
  const pack = await tablet.request.get('/api/terrain/paquet')
  expect(pack.status()).not.toBe(410)

  await row.getByRole('button', { name: 'Retirer : Tablette d’essai' }).click()
  await desk.getByRole('combobox', { name: 'Pourquoi' }).selectOption('PERDUE')
  await desk.getByRole('button', { name: 'Retirer la tablette' }).click()
  await expect(row.getByText('Retirée', { exact: true })).toBeVisible()
  const wiped = await tablet.request.get('/api/terrain/paquet')
  expect(wiped.status()).toBe(410)
  await desk.reload()
  await expect(row.getByText(/ordre d’effacement reçu/)).toBeVisible()
})

test('un fait refusé se corrige au bureau, se compte, et laisse sa trace', async ({ browser }) => {
  const desk = await openAs(browser, COORDINATION)
  await desk.goto('/maraudes/quarantaine')
  const waiting = desk
    .getByRole('region', { name: 'À décider' })
    .getByRole('row', { name: /materiels_quantite/ })
  await waiting.getByRole('link').click()
  await expect(desk.getByRole('heading', { level: 1, name: 'Arrêt' })).toBeVisible()
  await expect(desk.getByText('Marx-Dormoy').first()).toBeVisible()
  await desk.getByRole('textbox', { name: 'Quantité' }).fill('beaucoup')
  await desk.getByRole('button', { name: 'Corriger et appliquer' }).click()
  await expect(desk.getByText(/Quantité : un nombre entier/).first()).toBeVisible()
  await desk.getByRole('textbox', { name: 'Quantité' }).fill('6')
  await desk.getByRole('button', { name: 'Corriger et appliquer' }).click()
  await expect(desk.getByText('Corrigé et appliqué', { exact: true })).toBeVisible()
  await desk.getByRole('link', { name: 'Quarantaine' }).first().click()
  await expect(desk.getByRole('row', { name: /Corrigé et appliqué/ })).toBeVisible()
  await expect(desk.getByRole('row', { name: /materiels_quantite/ })).toHaveCount(0)

  await desk.getByRole('link', { name: 'Fin de maraude' }).first().click()
  await desk.getByRole('combobox', { name: 'Raison' }).selectOption('ERREUR')
  await desk.getByRole('button', { name: 'Écarter', exact: true }).click()
  await expect(desk.getByText('Noté par erreur', { exact: true })).toBeVisible()
})

test('une maraude se prévoit au clavier, et deux équipes au même endroit se voient', async ({ browser }) => {
  const desk = await openAs(browser, COORDINATION)
  await desk.goto('/maraudes/planning?semaine=2031-03-03')
  for (const equipe of ['Première équipe', 'Seconde équipe']) {
    await desk.getByRole('button', { name: 'Prévoir une maraude' }).press('Enter')
    const form = desk.getByRole('dialog', { name: 'Prévoir une maraude' })
    await form.getByRole('combobox', { name: 'Secteur' }).fill('Gagny')
    await desk.getByRole('option', { name: 'Gagny' }).click()
    await form.getByRole('combobox', { name: 'Équipe' }).fill(equipe)
    await form.getByRole('button', { name: 'Prévoir', exact: true }).press('Enter')
    await expect(desk.getByRole('button', { name: new RegExp(equipe) })).toBeVisible()
  }
  await expect(desk.getByRole('row', { name: /Gagny/ }).getByText('en double')).toBeVisible()
  await desk.getByRole('button', { name: 'Reconduire la semaine suivante' }).click()
  await desk.getByRole('link', { name: 'Suivants' }).click()
  await expect(desk.getByRole('button', { name: /Seconde équipe/ })).toBeVisible()
})
