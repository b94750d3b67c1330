import { type Browser, expect, type Page, test } from '@playwright/test'
import { closeAll, openAs } from './support/session'

test.afterEach(closeAll)

/** A browser of its own, signed in, on one live screen. */
async function openLive(browser: Browser, courriel: string, path: string): Promise<Page> {
  const page = await openAs(browser, courriel)
  await page.goto(path)
  await expect(page.locator('[data-direct="EN_DIRECT"]')).toBeVisible()
  return page
}

/** Sends a request from the desk of the CAARUD and answers its address. */
async function askFor(page: Page, dispositif: RegExp, tranche: string): Promise<string> {
  await page.goto('/orientations/nouvelle')
  const options = page.getByLabel('Demander à').getByRole('option', { name: dispositif })
  await page.getByLabel('Demander à').selectOption((await options.first().getAttribute('value')) ?? '')
  await page.getByLabel('Nouveau code').check({ force: true })
  await page.getByLabel('Genre').selectOption('FEMME')
  await page.getByLabel('Âge').selectOption({ label: tranche })
  await page.getByLabel(/La personne est d’accord/).check({ force: true })
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(page).toHaveURL(/\/orientations\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

function freePlaces(page: Page): Promise<number> {
  return page
    .getByRole('row', { name: /Sleep-In · Urgence de nuit/ })
    .getByRole('cell')
    .first()
    .innerText()
    .then((text) => Number.parseInt(text, 10))
}

test('une demande arrive en direct, s’accepte, la place se remplit puis se libère, sous les yeux des autres', async ({
  browser,
}) => {
  const caarud = await openLive(browser, 'coordination.caarud@exemple.fr', '/orientations')
  const sleepIn = await openLive(browser, 'coordination.sleep-in@exemple.fr', '/orientations')
  const mmpcr = await openLive(browser, 'mmpcr@exemple.fr', '/places')
  const before = await freePlaces(mmpcr)

  const path = await askFor(caarud, /Sleep-In · Urgence de nuit/, '60 et plus')
  const code = (await caarud.getByText(/^[A-Z2-9]{2}-[A-Z2-9]{3} · /).innerText()).slice(0, 6)

  // Nobody reloads: the receiver sees it come.
  const ligne = sleepIn.getByRole('row').filter({ hasText: code })
  await expect(ligne).toBeVisible()
  await ligne.getByRole('link', { name: /Femme, 60 et plus/ }).click()
  await sleepIn.getByRole('button', { name: 'Accepter' }).click()
  await expect(sleepIn.getByText(/Acceptée : .* est tenue jusqu’à/)).toBeVisible()

  await expect(caarud.getByText('Acceptée', { exact: true }).first()).toBeVisible()
  await expect.poll(() => freePlaces(mmpcr)).toBe(before - 1)

  await sleepIn.getByRole('button', { name: 'Admettre' }).click()
  await expect(sleepIn.getByRole('button', { name: /Fin de séjour/ })).toBeVisible()
  await sleepIn.getByRole('button', { name: /Fin de séjour/ }).click()
  await sleepIn.getByLabel('Destination').selectOption('HOTEL')
  await sleepIn.getByLabel('Issue').selectOption('PASSAGE')
  await sleepIn.getByLabel('S’est reposée').check({ force: true })
  await sleepIn.getByRole('button', { name: 'Terminer le séjour' }).click()
  await expect(sleepIn.getByText('Passage vers un autre lieu').first()).toBeVisible()

  await expect(caarud.getByText('Close', { exact: true }).first()).toBeVisible()
  expect(new URL(caarud.url()).pathname).toBe(path)
  await expect(caarud.getByText('Suivi porté par')).toBeVisible()
  // They heard of it all; had they had to ask again and again, their screens would say so.
  for (const page of [caarud, mmpcr]) await expect(page.locator('[data-direct="EN_DIRECT"]')).toBeVisible()
})

test('deux collègues répondent à la même demande : le second l’apprend, rien n’est fait deux fois', async ({
  browser,
}) => {
  const caarud = await openLive(browser, 'coordination.caarud@exemple.fr', '/orientations')
  const path = await askFor(caarud, /Sleep-In · Urgence de nuit/, '50-59')
  const [premier, second] = [
    await openLive(browser, 'coordination.sleep-in@exemple.fr', path),
    await openLive(browser, 'coordination.sleep-in@exemple.fr', path),
  ]
  // The second screen no longer hears anything, as behind a dead network: it answers what is already answered.
  await second.route('**/api/direct**', (route) => route.abort())
  await second.reload()
  await expect(second.locator('[data-direct="COUPE"]')).toBeVisible()
  await expect(second.getByText('Hors direct, nouvel essai…')).toBeVisible()
  await premier.getByText('Refuser', { exact: true }).first().click()
  await premier.getByLabel('Motif').selectOption('EFFECTIF')
  await premier.getByLabel('Suite proposée').selectOption('SIAO_115')
  await premier.getByRole('button', { name: 'Refuser' }).click()
  await expect(premier.getByText('Refusée', { exact: true }).first()).toBeVisible()

  await second.getByRole('button', { name: 'Accepter' }).click()
  await expect(second.getByText('Une réponse a déjà été donnée à cette demande.')).toBeVisible()
  await expect(caarud.getByText('Appeler le 115')).toBeVisible()
})

test('la saisie reste quand il manque quelque chose, et chaque champ dit quoi', async ({ browser }) => {
  const caarud = await openLive(browser, 'coordination.caarud@exemple.fr', '/orientations')
  await caarud.goto('/orientations/nouvelle')
  await caarud.getByLabel('Nouveau code').check({ force: true })
  await caarud.getByLabel('Genre').selectOption('FEMME')
  await caarud.getByLabel('Âge').selectOption('MOINS_18')
  await caarud.getByRole('button', { name: 'Envoyer la demande' }).press('Enter')
  await expect(caarud.getByText(/contacter l’ASE/).first()).toBeVisible()
  await expect(caarud.getByLabel('Genre')).toHaveValue('FEMME')
  await caarud.getByLabel('Âge').selectOption('DE_18_24')
  await caarud.getByRole('button', { name: 'Envoyer la demande' }).press('Enter')
  await expect(caarud.getByText('L’accord de la personne est nécessaire').first()).toBeVisible()
})

test('le tableau se relit quand le flux est coupé, et revient au direct', async ({ browser }) => {
  const page = await openLive(browser, 'mmpcr@exemple.fr', '/places')
  await page.route('**/api/direct', (route) => route.abort())
  await page.reload()
  await expect(page.locator('[data-direct="INTERROGE"]')).toBeVisible()
  await page.unroute('**/api/direct')
  await page.reload()
  await expect(page.locator('[data-direct="EN_DIRECT"]')).toBeVisible()
})

test('hors du périmètre, une demande est introuvable', async ({ browser }) => {
  const caarud = await openLive(browser, 'coordination.caarud@exemple.fr', '/orientations')
  const path = await askFor(caarud, /Sleep-In · Urgence de nuit/, '40-49')
  const pavillon = await openLive(browser, 'coordination.pavillon@exemple.fr', '/orientations')
  await pavillon.goto(path)
  await expect(pavillon.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible()
  const mmpcr = await openLive(browser, 'mmpcr@exemple.fr', '/places')
  for (const forbidden of [
    path,
    '/orientations',
    '/orientations/nouvelle',
    '/orientations/pas-un-identifiant',
  ]) {
    await mmpcr.goto(forbidden)
    await expect(mmpcr.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible()
  }
})
