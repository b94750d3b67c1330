import { expect, type Page, test } from '@playwright/test'
import { closeAll, openAs } from './support/session'

// The whole way of one person, as the teams live it: a bed for the night at the Sleep-In, a continuous stay there, a hotel room of
// Assore. At each step somebody else shelters her; the CAARUD that met her keeps the follow-up.

const BUREAU = { viewport: { width: 1440, height: 900 } }
const SUIVI = 'Gaïa, CAARUD et bus méthadone'

test.describe.configure({ mode: 'serial' })

let caarud: Page
let sleepIn: Page
let assore: Page
let code: string

test.beforeAll(async ({ browser }) => {
  caarud = await openAs(browser, 'coordination.caarud@exemple.fr', BUREAU)
  sleepIn = await openAs(browser, 'coordination.sleep-in@exemple.fr', BUREAU)
  assore = await openAs(browser, 'coordination.assore@exemple.fr', BUREAU)
})

test.afterAll(closeAll)

async function select(page: Page, label: RegExp, wanted: RegExp): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  const option = field.locator('option:not([value=""])').filter({ hasText: wanted }).first()
  await field.selectOption(await option.getAttribute('value'))
}

/** The CAARUD asks, for a new code or for the one it follows, and stays on the sheet of the request. */
async function ask(dispositif: RegExp, personne: 'Nouveau code' | 'Code déjà suivi'): Promise<void> {
  await caarud.goto('/orientations/nouvelle')
  await select(caarud, /^Demander à/, dispositif)
  await caarud.getByLabel(personne).check({ force: true })
  if (personne === 'Nouveau code') {
    await caarud.getByLabel('Genre').selectOption('HOMME')
    await caarud.getByLabel('Âge').selectOption('DE_40_49')
  } else {
    await select(caarud, /^Code/, new RegExp(`^${code}`))
  }
  await caarud.getByLabel(/La personne est d’accord/).check({ force: true })
  await caarud.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(caarud).toHaveURL(/\/orientations\/[0-9a-f-]{36}$/)
}

/** The receiver finds the code in its list, accepts on the first place that fits, and admits. */
async function takeIn(page: Page): Promise<void> {
  await page.goto('/orientations')
  await page.getByRole('row').filter({ hasText: code }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Accepter', exact: true }).click()
  await page.getByRole('button', { name: 'Admettre', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Fin de séjour/ })).toBeVisible()
}

async function leave(page: Page, destination: string): Promise<void> {
  await page.getByRole('button', { name: /^Fin de séjour/ }).click()
  await page.getByLabel('Destination').selectOption(destination)
  await page.getByLabel('Issue').selectOption('PASSAGE')
  await page.getByRole('button', { name: 'Terminer le séjour' }).click()
  await expect(page.getByText('Close', { exact: true }).first()).toBeVisible()
}

/** The step on the sheet of the person: where she is, and who answers for her. */
async function expectStep(title: RegExp, lieu: RegExp): Promise<void> {
  await caarud.goto(`/parcours/${code}`)
  await expect(caarud.getByRole('heading', { name: title })).toBeVisible()
  await expect(caarud.getByText(lieu).first()).toBeVisible()
  await expect(caarud.getByRole('definition').filter({ hasText: SUIVI }).first()).toBeVisible()
}

test('une nuit : le CAARUD demande un lit d’urgence, le Sleep-In l’ouvre', async () => {
  await ask(/^Sleep-In · Urgence/, 'Nouveau code')
  code = (await caarud.getByText(/^[A-Z2-9]{2}-[A-Z2-9]{3} · /).innerText()).slice(0, 6)
  await takeIn(sleepIn)
  await expect(caarud.getByText('Arrivée', { exact: true }).first()).toBeVisible()
  await expectStep(/urgence de nuit/, /Sleep-In · Lit/)
  await leave(sleepIn, 'SEJOUR_CONTINU')
})

test('puis un séjour continu, qu’il faut prolonger : le CAARUD le demande, le Sleep-In l’accorde', async () => {
  await ask(/^Sleep-In · Séjour continu/, 'Code déjà suivi')
  await takeIn(sleepIn)
  await expectStep(/séjour continu/, /Sleep-In · Chambre/)
  await caarud.getByRole('button', { name: /Demander une prolongation/ }).click()
  await caarud.getByLabel('Jours de plus').fill('7')
  await caarud.getByLabel('Pourquoi').selectOption('PLACE_ATTENDUE')
  await caarud.getByRole('button', { name: 'Demander', exact: true }).click()
  await expect(caarud.getByText('Prolongation demandée', { exact: true })).toBeVisible()
  const before = await caarud
    .getByRole('definition')
    .filter({ hasText: /reste \d+\sjours/ })
    .innerText()

  await sleepIn.goto('/parcours/sejours')
  const ligne = sleepIn.getByRole('row').filter({ hasText: code })
  await expect(ligne.getByText(/^7\sjours demandés$/)).toBeVisible()
  await ligne.getByRole('button', { name: 'Accorder' }).click()
  await expect(ligne.getByText(/^7\sjours demandés$/)).toBeHidden()

  await caarud.reload()
  await expect(caarud.getByText('Accordée', { exact: true }).first()).toBeVisible()
  const after = await caarud
    .getByRole('definition')
    .filter({ hasText: /reste \d+\sjours/ })
    .innerText()
  expect(daysLeft(after)).toBe(daysLeft(before) + 7)
})

const daysLeft = (text: string) => Number(/reste (\d+)\sjours/.exec(text)?.[1])

test('puis l’hôtel : le Sleep-In dit le passage, Assore ouvre une chambre', async () => {
  await sleepIn.goto('/places/sleep-in-continu')
  await sleepIn.getByRole('row').filter({ hasText: code }).getByRole('link').first().click()
  await leaveFromGrid()
  await ask(/^Assore · /, 'Code déjà suivi')
  await takeIn(assore)
  await expectStep(/hébergement hôtelier/, /Assore · Chambre/)
})

/** The same act, from the place opened beside the grid. */
async function leaveFromGrid(): Promise<void> {
  await sleepIn.getByRole('button', { name: /^Fin de séjour/ }).click()
  await sleepIn.getByLabel('Destination').selectOption('HOTEL')
  await sleepIn.getByLabel('Issue').selectOption('PASSAGE')
  await sleepIn.getByRole('button', { name: 'Terminer le séjour' }).click()
  await expect(sleepIn.getByRole('button', { name: /^Fin de séjour/ })).toBeHidden()
}

test('tout du long le CAARUD répond du suivi, et lui seul lit le parcours entier', async () => {
  await caarud.goto(`/parcours/${code}`)
  const faites = caarud
    .locator('section')
    .filter({ has: caarud.getByRole('heading', { name: 'Étapes faites' }) })
  await expect(faites).toContainText('Urgence de nuit')
  await expect(faites).toContainText('Séjour continu')
  await assore.reload()
  await expect(assore.getByText(`Porté par ${SUIVI}`)).toBeVisible()
  for (const page of [sleepIn, assore]) {
    await page.goto(`/parcours/${code}`)
    await expect(page.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible()
  }
})

test('et chaque séjour d’Assore est à portée : les pages en montrent autant que l’onglet en compte', async () => {
  await assore.goto('/parcours/sejours?dispositif=assore-hotel')
  const onglet = assore.getByRole('link', { name: /^Tous \d/ })
  const compte = Number((await onglet.innerText()).replace(/\D/g, ''))
  expect(compte).toBeGreaterThan(100)
  const suivants = assore.getByRole('link', { name: 'Suivants' })
  const lignes = assore.getByRole('table').getByRole('row')
  let vues = (await lignes.count()) - 1
  while (await suivants.isVisible()) {
    const address = assore.url()
    await suivants.click()
    await assore.waitForURL((url) => url.href !== address)
    await expect(lignes.first()).toBeVisible()
    vues += (await lignes.count()) - 1
  }
  expect(vues).toBe(compte)
})
