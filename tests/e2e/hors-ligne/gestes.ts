import { type Browser, type Page, expect as playwrightExpect } from '@playwright/test'
import { openAs } from '../support/session'

const expect = playwrightExpect.configure({ timeout: 20_000 })

/** « Sur cette tablette 2 · reçus 3 sur 5 faits ». */
export const strip = (page: Page) => page.getByRole('link', { name: /sur cette tablette/ })

export async function startRound(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Partir en maraude' }).click()
  await page.getByRole('combobox', { name: 'Secteur' }).fill('Paris 18')
  await page.getByRole('option', { name: 'Paris 18e' }).click()
  await page.getByRole('button', { name: 'C’est parti' }).click()
  await expect(page.getByRole('heading', { name: 'Paris 18e' })).toBeVisible()
}

export async function addPerson(page: Page): Promise<void> {
  await page.getByText('Femme', { exact: true }).click()
  await page.getByText('30-39', { exact: true }).click()
  await page.getByRole('button', { name: 'Ajouter une nouvelle personne : Femme, 30-39' }).first().click()
}

export const saveStop = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click()

export const openPart = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parties de l’arrêt' }).getByRole('button', { name }).click()

/** A stop with one woman met, saved. */
export async function noteStop(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
  await addPerson(page)
  await saveStop(page)
  await expect(page.getByRole('button', { name: 'Nouvel arrêt' })).toBeVisible()
}

/** A code made at the desk, typed on the tablet, which asks for the code of whoever worked there last. */
export async function enrol(browser: Browser, page: Page, nom: string): Promise<void> {
  const desk = await openAs(browser, 'coordination.caarud@exemple.fr')
  await desk.goto('/maraudes/tablettes')
  await desk.getByRole('button', { name: 'Enrôler une tablette' }).first().click()
  await desk.getByLabel('Nom de la tablette').fill(nom)
  await desk.getByRole('button', { name: 'Faire le code' }).click()
  const code = await desk.getByText(/^[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}$/).innerText()
  await desk.context().close()
  await page.goto('/terrain/enrolement')
  await page.getByLabel('Code d’enrôlement').fill(code)
  await page.getByRole('button', { name: 'Enrôler cette tablette' }).click()
  await expect(page.getByRole('heading', { name: 'Votre code' })).toBeVisible()
}

/** What the tablet knows of itself. */
export function readDevice(page: Page) {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('maillage-appareil')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('base')))
    })
    const read = (store: string, key?: string) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll(key)
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error(store)))
      })
    const content = {
      cles: await read('cles'),
      file: await read('file'),
      faits: await read('faits'),
      brouillons: await read('brouillons'),
      comptes: await read('comptes'),
      recus: await read('recus'),
    }
    db.close()
    return content
  })
}
