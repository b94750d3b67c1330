import { expect, test } from '@playwright/test'
import { findFaults } from './support/accessibilite'
import { closeAll, openAs } from './support/session'

test.afterEach(closeAll)

const BUREAU = { viewport: { width: 1440, height: 900 } }
const NOM = 'Contacts, à côté d’avant'

test('un rapport comparé se garde sous un nom, se rouvre, se programme et se retire', async ({ browser }) => {
  const page = await openAs(browser, 'mmpcr@exemple.fr', BUREAU)
  await page.goto('/rapports')
  await page.getByRole('checkbox', { name: 'Contacts' }).first().check()
  await page.getByLabel('Comparer').selectOption({ label: 'La période d’avant' })
  await page.getByRole('button', { name: 'Voir le rapport' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Rapport · / })).toBeVisible()
  await expect(page).toHaveURL(/[?&]comparer=precedente(&|$)/)
  expect(await findFaults(page)).toEqual([])

  await page.getByRole('button', { name: 'Enregistrer' }).click()
  const keep = page.getByRole('dialog', { name: 'Enregistrer ce rapport' })
  await keep.getByLabel('Nom du rapport').fill(NOM)
  await keep.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(keep).toBeHidden()

  await page.goto('/rapports/enregistres')
  expect(await findFaults(page)).toEqual([])
  await page.getByRole('button', { name: `Programmer : ${NOM}` }).click()
  const subscribe = page.getByRole('dialog', { name: 'Recevoir le lien par courriel' })
  await subscribe.getByLabel('Rythme').selectOption({ label: 'Chaque mois' })
  await subscribe.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(subscribe).toBeHidden()
  await expect(page.getByText('Chaque mois').first()).toBeVisible()
  await page.getByRole('link', { name: NOM }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Rapport · / })).toBeVisible()

  await page.goto('/rapports/enregistres')
  await page.getByRole('button', { name: `Retirer : ${NOM}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Retirer' }).click()
  await expect(page.getByRole('link', { name: NOM })).toBeHidden()
})

test('d’un chiffre de son organisation on va à ses lignes, une adresse fausse est expliquée', async ({
  browser,
}) => {
  const page = await openAs(browser, 'responsable@exemple.fr', BUREAU)
  await page.goto('/rapports?indicateur=contacts&periode=30-nuits&par=departement')
  await page.getByTitle('Voir les lignes').first().click()
  await expect(page).toHaveURL(/\/rapports\/lignes\?/)
  await expect(page.getByRole('table').first()).toBeVisible()
  expect(await findFaults(page)).toEqual([])
  await page.goto('/rapports/lignes?indicateur=euros')
  await expect(page.getByText('Cette adresse ne désigne les lignes d’aucun chiffre')).toBeVisible()
})
