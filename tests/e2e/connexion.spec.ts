import { expect, test } from '@playwright/test'
import { closeAll, signInAs } from './support/session'

test.afterEach(closeAll)

test('se connecter ramène à la page demandée, se déconnecter ferme vraiment la session', async ({ page }) => {
  await page.goto('/structures?departement=93')
  await expect(page).toHaveURL('/connexion?suite=%2Fstructures%3Fdepartement%3D93')
  await expect(page.getByText('Données de démonstration')).toBeVisible()
  await signInAs(page, 'Chargée de mission')
  await expect(page).toHaveURL('/structures?departement=93')
  await expect(page.getByText('Données de démonstration')).toBeVisible()
  expect((await page.request.get('/api/terrain/demandes')).status()).toBe(200)

  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: 'Se déconnecter' }).press('Enter')
  await expect(page).toHaveURL('/connexion')
  await page.context().addCookies(cookies)
  expect((await page.request.get('/api/terrain/demandes')).status()).toBe(401)
})

test('dit ce qui ne va pas, garde l’adresse saisie, et dit quand réessayer', async ({ page }) => {
  await page.goto('/connexion')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByText('Écrivez le mot de passe.')).toBeVisible()
  await page.getByLabel('Adresse de messagerie').fill('personne@exemple.fr')
  for (let attempt = 1; attempt <= 6; attempt++) {
    await page.getByLabel('Mot de passe').fill(`essai numéro ${attempt}`)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await expect(page.getByLabel('Mot de passe')).toHaveValue('')
  }
  await expect(page.getByText('Trop d’essais. Réessayez dans')).toBeVisible()
  await expect(page.getByLabel('Adresse de messagerie')).toHaveValue('personne@exemple.fr')
})

test('ne suit pas une adresse d’un autre site', async ({ page }) => {
  await page.goto('/connexion?suite=//ailleurs.exemple.fr')
  await signInAs(page, 'Chargée de mission')
  await expect(page).toHaveURL('/')
})

test.describe('sans JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('on se connecte et on se déconnecte', async ({ page }) => {
    await page.goto('/structures')
    await signInAs(page, 'Chargée de mission')
    await expect(page).toHaveURL('/structures')
    await page.getByRole('button', { name: 'Se déconnecter' }).press('Enter')
    await expect(page).toHaveURL('/connexion')
  })
})

test('fermer les sessions d’un compte le renvoie se connecter à sa demande suivante', async ({ browser }) => {
  const [worker, admin] = await Promise.all([browser.newPage(), browser.newPage()])
  await worker.goto('/connexion')
  await signInAs(worker, 'Médiatrice')
  await expect(worker.getByRole('button', { name: 'Se déconnecter' })).toBeVisible()

  await admin.goto('/connexion?suite=/administration')
  await signInAs(admin, 'Administration de la plateforme')
  await admin.getByRole('button', { name: 'Fermer les sessions de mediation@exemple.fr' }).click()
  await expect(admin.getByText('Les tablettes gardent ce qu’elles n’ont pas envoyé.')).toBeVisible()

  await worker.goto('/structures')
  await expect(worker).toHaveURL('/connexion?expiree=1&suite=%2Fstructures')
  await expect(worker.getByText('Rien de ce qui est sur la tablette n’est perdu')).toBeVisible()
})
