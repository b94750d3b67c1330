import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
} from '@playwright/test'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>
const signedIn = new Map<string, StorageState>()

/** Signs in through the screen, as anyone would; the demonstration base fills the password in. */
export async function signIn(page: Page, courriel: string): Promise<void> {
  await page.goto(`/connexion?compte=${encodeURIComponent(courriel)}`)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'))
}

/** On the page of the sign-in: the demonstration account of a role, chosen as a visitor does. Its link fills the form. */
export async function signInAs(page: Page, fonction: string): Promise<void> {
  await page.getByRole('link', { name: fonction }).click()
  await expect(page).toHaveURL(/compte=/)
  await expect(page.getByLabel('Adresse de messagerie')).not.toHaveValue('')
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

/** A browser of its own for one person, signed in once and then remembered; null: nobody. */
export async function openAs(
  browser: Browser,
  courriel: string | null,
  options: BrowserContextOptions = {},
): Promise<Page> {
  if (courriel === null) return (await browser.newContext(options)).newPage()
  const known = signedIn.get(courriel)
  const context = await browser.newContext({ ...options, ...(known && { storageState: known }) })
  const page = await context.newPage()
  if (!known) {
    await signIn(page, courriel)
    signedIn.set(courriel, await context.storageState())
  }
  return page
}

/** Closes what tests opened: a board left open keeps listening and drawing under the tests that follow. */
export async function closeAll({ browser }: { browser: Browser }): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}
