import { expect, test } from '@playwright/test'
import { closeAll, openAs } from './support/session'

test.afterEach(closeAll)

const BUREAU = { viewport: { width: 1440, height: 900 } }
const CODE = /^[A-HJ-NP-Z2-9]{2}-[A-HJ-NP-Z2-9]{3}\b/
const MOTIF = 'Trouvée inconsciente, les secours arrivent'

test('un code ouvre en urgence le numéro de qui suit la personne, et la structure l’apprend', async ({
  browser,
}) => {
  const caarud = await openAs(browser, 'coordination.caarud@exemple.fr', BUREAU)
  const assore = await openAs(browser, 'coordination.assore@exemple.fr', BUREAU)

  await caarud.goto('/orientations?sens=envoyees')
  await caarud
    .getByRole('row')
    .filter({ hasText: /Sleep-In/ })
    .filter({ has: caarud.getByText(CODE) })
    .first()
    .getByRole('link')
    .first()
    .click()
  await expect(caarud.getByRole('heading', { name: 'La demande' })).toBeVisible()
  const sheet = caarud.url()
  const code = CODE.exec(await caarud.locator('main').getByText(CODE).first().innerText())?.[0]
  expect(code).toBeDefined()

  await assore.goto(sheet)
  await expect(assore.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible()
  await assore.goto('/orientations')
  await assore.getByRole('link', { name: 'Accès d’urgence' }).click()
  await assore.getByLabel('Son code').fill('K1-O00')
  await assore.getByLabel('Ce qui se passe').fill('Vu Karim au canal, il ne répond plus')
  await assore.getByRole('button', { name: 'Voir qui appeler' }).click()
  await expect(assore.getByText('Code attendu, par exemple K7-PQ3').first()).toBeVisible()
  await expect(assore.getByText('Le motif ne doit désigner personne').first()).toBeVisible()

  await assore.getByLabel('Son code').fill(code ?? '')
  await assore.getByLabel('Ce qui se passe').fill(MOTIF)
  await assore.getByRole('button', { name: 'Voir qui appeler' }).click()
  await expect(assore.getByRole('heading', { name: `Qui appeler pour ${code}` })).toBeVisible()
  await expect(assore.getByText('Porte son suivi')).toBeVisible()
  await assore.goto(sheet)
  await expect(assore.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible()

  await caarud.goto(sheet)
  await expect(caarud.getByRole('heading', { name: 'Ouverte en urgence' })).toBeVisible()
  await expect(caarud.getByText(`« ${MOTIF} »`)).toBeVisible()
  await caarud.goto('/')
  await expect(caarud.getByText('Ouvert en urgence par une autre association')).toBeVisible()
})
