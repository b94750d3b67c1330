import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { findFaults } from './support/accessibilite'
import { closeAll, openAs } from './support/session'

test.afterEach(closeAll)

const BUREAU = { viewport: { width: 1440, height: 900 } }

test('un fichier de lignes se demande, s’écrit sous nos yeux, se vérifie, se reprend, et n’est qu’à soi', async ({
  browser,
}) => {
  const page = await openAs(browser, 'responsable@exemple.fr', BUREAU)
  await page.goto('/rapports/exports')
  await page.getByRole('button', { name: 'Demander le fichier' }).click()
  const row = page.getByRole('table', { name: 'Vos fichiers' }).getByRole('row').nth(1)
  await expect(row.getByText('Prêt', { exact: true })).toBeVisible({ timeout: 40_000 })
  expect(await findFaults(page)).toEqual([])

  const downloading = page.waitForEvent('download')
  const link = row.getByRole('link', { name: /Télécharger/ })
  await link.click()
  const file = await readFile(await (await downloading).path())
  expect(createHash('sha256').update(file).digest('hex')).toBe(await row.locator('code').innerText())
  expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))

  const address = (await link.getAttribute('href')) ?? ''
  const rest = await page.request.get(address, { headers: { Range: 'bytes=100-' } })
  expect(rest.status()).toBe(206)
  expect(await rest.body()).toEqual(file.subarray(100))

  const other = await openAs(browser, 'coordination.assore@exemple.fr', BUREAU)
  expect((await other.request.get(address)).status()).toBe(404)
  const absent = await openAs(browser, null)
  expect((await absent.request.get(new URL(address, page.url()).href)).status()).toBe(401)
})
