import { expect, type Page, test } from '@playwright/test'
import { chooseCode, enterCode } from './support/code'
import { signInAs } from './support/session'

test.use({ viewport: { width: 800, height: 1280 }, hasTouch: true })

async function signIn(page: Page) {
  await page.goto('/connexion?suite=%2Fterrain')
  await fillSignIn(page)
}

async function fillSignIn(page: Page) {
  await signInAs(page, 'Intervenante de rue')
  await expect(page).toHaveURL('/terrain')
}

async function startRound(page: Page) {
  await page.getByRole('button', { name: 'Partir en maraude' }).click()
  await page.getByRole('combobox', { name: 'Secteur' }).fill('Paris 18')
  await page.getByRole('option', { name: 'Paris 18e' }).click()
  await page.getByRole('button', { name: 'C’est parti' }).click()
  await expect(page.getByRole('heading', { name: 'Paris 18e' })).toBeVisible()
}

async function addPerson(page: Page) {
  await page.getByText('Femme', { exact: true }).click()
  await page.getByText('30-39', { exact: true }).click()
  await page.getByRole('button', { name: 'Ajouter une nouvelle personne : Femme, 30-39' }).click()
}

const openPart = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parties de l’arrêt' }).getByRole('button', { name }).click()
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
const strip = (page: Page) => page.getByRole('link', { name: /sur cette tablette/ })

test('une maraude entière : deux arrêts, une correction, une demande de place, la clôture', async ({
  page,
}) => {
  await signIn(page)
  await chooseCode(page)
  await startRound(page)

  await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
  await addPerson(page)
  await openPart(page, 'Matériel')
  await page.getByRole('button', { name: 'Ajouter un : Kit inhalation' }).click()
  await openPart(page, 'Lieu')
  await page.getByLabel('Repère').fill('Vu Karim, 06 12 34 56 78')
  await save(page)
  await expect(page.getByText(/« Karim » \(peut-être un nom\).*06 12 34 56 78/)).toBeVisible()
  await page.getByLabel('Repère').fill('Place Hébert')
  await page.reload()
  await enterCode(page)
  await openPart(page, 'Personnes')
  await expect(page.getByRole('heading', { name: 'Femme, 30-39' })).toBeVisible()
  await save(page)
  await expect(page.getByRole('heading', { name: '1 arrêt' })).toBeVisible()

  await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
  await page.getByRole('button', { name: 'Ajouter une personne connue : Femme, 30-39' }).first().click()
  await openPart(page, 'Besoins')
  await page.getByRole('button', { name: 'Demander une place' }).click()
  const code = page.getByRole('button', { name: 'Créer un code pour cette personne (facultatif)' })
  const refusal = page.getByRole('alert').filter({ hasText: 'Dites ce que la personne accepte' })
  await code.click()
  await page.getByRole('button', { name: 'Demander', exact: true }).click()
  await expect(refusal).toBeVisible()
  await code.click()
  await expect(refusal).toBeHidden()
  await code.click()
  await expect(refusal).toBeVisible()
  await page.getByText('Moins de 18', { exact: true }).click()
  await expect(refusal).toBeHidden()
  await expect(page.getByText(/on ne crée aucun dossier, aucune demande/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Demander', exact: true })).toBeHidden()
  await page.getByText('30-39', { exact: true }).click()
  await code.click()
  await page.getByRole('button', { name: 'Demander', exact: true }).click()
  await expect(page.getByText('Demandée, pas réservée', { exact: true })).toBeVisible()
  await expect(page.getByText('Envoyée. Personne n’a encore répondu.')).toBeVisible()
  await page.getByRole('button', { name: 'Reprendre l’arrêt' }).click()
  await save(page)
  await expect(page.getByRole('heading', { name: '2 arrêts' })).toBeVisible()

  await page.getByRole('button', { name: 'Corriger' }).last().click()
  await page.getByRole('button', { name: 'Ajouter un : Déjà connues' }).click()
  await save(page)
  await expect(page.getByText(/corrigé/).first()).toBeVisible()

  await page.getByRole('button', { name: 'Clore' }).click()
  await page.getByLabel('Transmission à l’équipe suivante').fill('Repasser place Hébert.')
  await page.getByRole('button', { name: 'Clore la maraude' }).click()
  await expect(page.getByRole('button', { name: 'Partir en maraude' })).toBeVisible()
  await expect(strip(page)).toContainText('sur cette tablette 0 · reçus 7 sur 7 faits')

  await page.goto('/maraudes')
  await page
    .getByRole('link', { name: /Paris 18e/ })
    .first()
    .click()
  await expect(page.getByText('Repasser place Hébert.')).toBeVisible()
  await expect(page.getByText('Corrigé depuis')).toHaveCount(2)
})

test('session terminée et serveur en panne en pleine maraude : rien n’est perdu, rien n’est doublé', async ({
  page,
}) => {
  await signIn(page)
  await chooseCode(page)
  await startRound(page)
  await expect(strip(page)).toContainText('reçus 1')

  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
  await addPerson(page)
  await save(page)
  await expect(page.getByText('Session terminée')).toBeVisible()
  await expect(page.getByText('1 fait gardé sur la tablette')).toBeVisible()
  await page.getByRole('link', { name: 'Se reconnecter' }).click()
  await fillSignIn(page)
  await enterCode(page)
  await expect(strip(page)).toContainText('sur cette tablette 0 · reçus 2')

  // The server takes the act, and its answer never comes back.
  let isCut = true
  await page.route('**/api/sync', async (route) => {
    if (!isCut) return route.continue()
    await route.fetch()
    await route.fulfill({ status: 503, body: 'panne' })
  })
  await page.getByRole('button', { name: 'Reprendre la maraude' }).click()
  await page.getByRole('button', { name: 'Clore' }).click()
  await page.getByRole('button', { name: 'Clore la maraude' }).click()
  await expect(strip(page)).toContainText('sur cette tablette 1')
  await page.waitForTimeout(1000)
  isCut = false
  await strip(page).click()
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await expect(page.getByText('Rien à envoyer')).toBeVisible()
  await expect(strip(page)).toContainText('sur cette tablette 0 · reçus 3 sur 3 faits')
})
