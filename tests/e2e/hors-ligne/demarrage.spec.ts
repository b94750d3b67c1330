import { expect as playwrightExpect, test } from '@playwright/test'
import { chooseCode, enterCode } from '../support/code'
import { signIn } from '../support/session'
import { makeServeur } from './serveur'
import { makeProfile, openTablette, waitForWorker } from './tablette'

const expect = playwrightExpect.configure({ timeout: 20_000 })
test.setTimeout(180_000)

test('le serveur mort et le navigateur relancé, la tablette s’ouvre à n’importe quelle adresse', async () => {
  const serveur = await makeServeur()
  await serveur.start()
  const profile = makeProfile()
  let context = await openTablette(profile, serveur.address)
  let page = await context.newPage()
  await signIn(page, 'intervenante@exemple.fr')
  await page.goto('/terrain')
  await chooseCode(page)
  await expect(page.getByRole('button', { name: 'Partir en maraude' })).toBeVisible()
  await waitForWorker(page)
  await serveur.kill()
  await context.close()

  context = await openTablette(profile, serveur.address)
  page = await context.newPage()
  for (const address of ['/terrain', '/terrain/envois', '/terrain/maraude/arret?corrige=1']) {
    await page.goto(address)
    await enterCode(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).toHaveURL(address)
  }
  await context.close()
})
