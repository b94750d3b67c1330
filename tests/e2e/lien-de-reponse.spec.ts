import { expect, type Page, test } from '@playwright/test'
import { findFaults } from './support/accessibilite'
import { closeAll, openAs } from './support/session'

test.afterEach(closeAll)

const BUREAU = { viewport: { width: 1440, height: 900 } }
const MORT = 'Ce lien ne sert plus'

/** The CAARUD asks the Pavillon for a place, and makes the link that its team will answer by. */
async function makeLink(caarud: Page): Promise<string> {
  await caarud.goto('/orientations/nouvelle')
  const options = caarud.getByLabel('Demander à').getByRole('option', { name: /^Le Pavillon/ })
  await caarud.getByLabel('Demander à').selectOption(await options.first().getAttribute('value'))
  await caarud.getByLabel('Âge').selectOption('DE_40_49')
  await caarud.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(caarud).toHaveURL(/\/orientations\/[0-9a-f-]{36}$/)
  await caarud.getByText('Faire répondre une structure sans compte').click()
  await caarud.getByRole('button', { name: 'Créer le lien' }).click()
  return new URL(await caarud.getByText(/\/reponse\//).innerText()).pathname
}

test('une structure sans compte répond par le lien, une fois ; usé ou altéré, il dit la même chose', async ({
  browser,
}) => {
  const caarud = await openAs(browser, 'coordination.caarud@exemple.fr', BUREAU)
  const lien = await makeLink(caarud)
  const visiteur = await openAs(browser, null, { viewport: { width: 390, height: 844 } })

  const altere = `${lien.slice(0, -1)}${lien.endsWith('A') ? 'B' : 'A'}`
  await visiteur.goto(altere)
  await expect(visiteur.getByText(MORT)).toBeVisible()

  await visiteur.goto(lien)
  await expect(visiteur.getByRole('heading', { level: 1 })).toHaveText('Répondre à une demande de place')
  expect(await findFaults(visiteur)).toEqual([])
  // A second screen opened on the same link, before it is used.
  const second = await openAs(browser, null, BUREAU)
  await second.goto(lien)
  await visiteur.getByRole('button', { name: /^Accepter/ }).click()
  await expect(visiteur.getByText('Merci, votre réponse est partie.')).toBeVisible()
  await expect(caarud.getByText('Acceptée', { exact: true }).first()).toBeVisible()

  await second.getByRole('button', { name: /^Accepter/ }).click()
  await expect(second.getByText(/ne sert plus|a déjà servi/).first()).toBeVisible()
  await expect(second.getByText('Merci, votre réponse est partie.')).toBeHidden()
  await visiteur.goto(lien)
  await expect(visiteur.getByText(MORT)).toBeVisible()
})
