import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>
const signedIn = new Map<string, StorageState>()

/** Signs in through the screen, as anyone would; the demonstration base fills the password in. */
export async function signIn(page: Page, courriel: string): Promise<void> {
  await page.goto(`/connexion?compte=${encodeURIComponent(courriel)}`)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'))
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
