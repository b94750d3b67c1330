import { expect as playwrightExpect, type Page } from '@playwright/test'

// argon2id is slow on purpose, and slower on a busy machine.
const expect = playwrightExpect.configure({ timeout: 30_000 })

/** The code every test gives its tablet. */
export const CODE = '407192'

/** The first time somebody works on a tablet: chooses a code, and is in. */
export async function chooseCode(page: Page, code = CODE): Promise<void> {
  const title = page.getByRole('heading', { name: 'Choisissez un code pour cette tablette' })
  await expect(title).toBeVisible()
  // Typed before the page has come to life, the digits are lost: they are typed again, as anybody would.
  await expect(async () => {
    if (!(await title.isVisible())) return
    await page.getByLabel('Code à six chiffres').fill(code, { timeout: 2_000 })
    await page.getByLabel('Le même code, encore').fill(code, { timeout: 2_000 })
    await page.getByRole('button', { name: 'Garder ce code' }).click({ timeout: 2_000 })
    await expect(title).toBeHidden({ timeout: 10_000 })
  }).toPass({ timeout: 60_000 })
}

/** Opens what the code locks; the last digit is enough. */
export async function enterCode(page: Page, code = CODE): Promise<void> {
  await page.getByLabel('Code à six chiffres').fill(code)
  await expect(page.getByRole('heading', { name: 'Votre code' })).toBeHidden()
}
