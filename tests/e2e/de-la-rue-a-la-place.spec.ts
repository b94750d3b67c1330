import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { chooseCode } from './support/code'
import { closeAll, openAs } from './support/session'

// The main job of Maillage, whole: a round at the edge of Paris, a bed for the night, a hotel room later, and the quarter's
// figures. Each person has a browser of their own, and sees what concerns them as it happens.

const TABLETTE = { viewport: { width: 800, height: 1280 } }
const BUREAU = { viewport: { width: 1440, height: 900 } }
test.describe.configure({ mode: 'serial' })

let rue: Page
let sleepIn: Page
let caarud: Page
let assore: Page
let mmpcr: Page
let code: string

test.beforeAll(async ({ browser }) => {
  rue = await openAs(browser, 'intervenante@exemple.fr', TABLETTE)
  sleepIn = await openAs(browser, 'coordination.sleep-in@exemple.fr', BUREAU)
  caarud = await openAs(browser, 'coordination.caarud@exemple.fr', BUREAU)
  assore = await openAs(browser, 'coordination.assore@exemple.fr', BUREAU)
  mmpcr = await openAs(browser, 'mmpcr@exemple.fr', BUREAU)
})

test.afterAll(closeAll)

async function choose(page: Page, group: string | RegExp, option: string | RegExp): Promise<void> {
  const radio = page.getByRole('radio', { name: option, exact: typeof option === 'string' })
  await page
    .getByRole('radiogroup', { name: group })
    .or(page.getByRole('group', { name: group }))
    .locator('label', { has: radio })
    .click()
}

/** Three taps: genre, age, known or new. */
async function meet(genre: string, tranche: string, side: 'connue' | 'nouvelle'): Promise<void> {
  await choose(rue, 'Genre', genre)
  await choose(rue, 'Âge déclaré', tranche)
  const section = rue.getByRole('region', { name: 'Ajouter une personne' })
  await section
    .getByRole('button', { name: side === 'connue' ? /personne connue/ : /nouvelle personne/ })
    .click()
}

async function openPart(name: string): Promise<void> {
  await rue.getByRole('navigation', { name: 'Parties de l’arrêt' }).getByRole('button', { name }).click()
}

/** Opens the request that has just come, from the list that is already on screen. */
async function openRequest(page: Page, text: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: text })
  await expect(row).toBeVisible()
  await row.getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'La demande' })).toBeVisible()
}

test('à la Porte de la Chapelle, une maraude s’ouvre sur la tablette', async () => {
  await rue.goto('/terrain')
  await chooseCode(rue)
  await rue.getByRole('button', { name: /Partir en maraude/ }).click()
  await rue.getByRole('combobox', { name: /Secteur/ }).pressSequentially('Paris 18', { delay: 60 })
  await rue.getByRole('option', { name: /Paris 18e/ }).click()
  await rue.getByRole('button', { name: 'C’est parti' }).click()
  await expect(rue.getByRole('button', { name: /Nouvel arrêt/ })).toBeVisible()
})

test('un premier arrêt compte deux personnes et les pipes données', async () => {
  await rue.getByRole('button', { name: /Nouvel arrêt/ }).click()
  await meet('Homme', '40-49', 'connue')
  await meet('Homme', '30-39', 'nouvelle')
  await openPart('Matériel')
  for (let given = 0; given < 3; given++) {
    await rue.getByRole('button', { name: 'Ajouter un : Pipe à crack droite' }).click()
  }
  await rue.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(rue.getByRole('button', { name: /Nouvel arrêt/ })).toBeVisible()
})

test('au second, une femme veut dormir ce soir : une place est demandée au Sleep-In', async () => {
  await sleepIn.goto('/orientations')
  const before = new Set(
    await sleepIn
      .locator('a[href^="/orientations/0"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  )
  await rue.getByRole('button', { name: /Nouvel arrêt/ }).click()
  await meet('Femme', '30-39', 'nouvelle')
  await openPart('Besoins')
  await rue.getByRole('button', { name: /Demander une place/ }).click()
  await rue.getByRole('button', { name: /Urgence.*Sleep-In/ }).click()
  await rue.getByRole('button', { name: /Créer un code/ }).click()
  await choose(rue, /Elle accepte de/, /Transmettre son code.*à la structure/)
  await rue.getByRole('button', { name: 'Demander', exact: true }).click()

  // Nobody reloads: the request comes to the receiver's screen by itself.
  await expect.poll(async () => newLinks(sleepIn, before)).toHaveLength(1)
  const [href] = await newLinks(sleepIn, before)
  await sleepIn.locator(`a[href="${href}"]`).first().click()
  await expect(sleepIn.getByRole('heading', { name: 'La demande' })).toBeVisible()
  code = (await sleepIn.getByText(/^[A-Z2-9]{2}-[A-Z2-9]{3} ·/).innerText()).slice(0, 6)
})

async function newLinks(page: Page, before: ReadonlySet<string | null>): Promise<(string | null)[]> {
  const links = await page
    .locator('a[href^="/orientations/0"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  return [...new Set(links)].filter((href) => !before.has(href))
}

test('le Sleep-In accepte : la place est tenue, et la rue le sait', async () => {
  await sleepIn.getByRole('button', { name: 'Accepter', exact: true }).click()
  await expect(sleepIn.getByRole('heading', { name: 'Place tenue' })).toBeVisible()
  await expect(rue.getByText(/Acceptée\s+jusqu’à\s+\d+\s+h/).first()).toBeVisible({ timeout: 30_000 })
})

test('la maraude se clôt, et tout ce qu’elle a noté est reçu', async () => {
  await openRound()
  await rue.getByRole('button', { name: /Clore/ }).first().click()
  await rue.getByLabel('Transmission à l’équipe suivante').fill('Repasser demain avec des filtres.')
  await rue.getByRole('button', { name: 'Clore la maraude' }).click()
  await expect(rue.getByRole('link', { name: /sur cette tablette\s+0/ })).toBeVisible()
})

/** Asking for a place keeps the stop open: it is saved before the round is closed. */
async function openRound(): Promise<void> {
  const resume = rue.getByRole('button', { name: /Reprendre l’arrêt|Nouvel arrêt/ })
  await resume.click()
  await rue.getByRole('button', { name: /^Enregistrer/ }).click()
  await expect(rue.getByRole('button', { name: /Nouvel arrêt/ })).toBeVisible()
}

test('la personne arrive : une place de plus est occupée sur le tableau de la MMPCR, sans recharger', async () => {
  await mmpcr.goto('/places')
  const urgence = mmpcr
    .getByRole('row')
    .filter({ hasText: 'Urgence' })
    .filter({ hasText: 'Sleep-In' })
    .first()
  const before = await urgence.innerText()
  await sleepIn.getByRole('button', { name: 'Admettre', exact: true }).click()
  await expect(sleepIn.getByRole('heading', { name: 'Séjour' })).toBeVisible()
  await expect.poll(() => urgence.innerText()).not.toBe(before)
  await expect(mmpcr.locator('body')).not.toContainText(code)
})

test('le séjour finit, la place se libère', async () => {
  await sleepIn.getByRole('button', { name: /^Fin de séjour/ }).click()
  await select(sleepIn, /^Destination/, /Hôtel/)
  await select(sleepIn, /^Issue/, /./)
  await sleepIn.getByRole('button', { name: 'Terminer le séjour' }).click()
  await expect(sleepIn.getByText('Close', { exact: true }).first()).toBeVisible()
})

test('plus tard, le CAARUD demande une chambre à Assore et garde le suivi', async () => {
  await caarud.goto('/orientations/nouvelle')
  await select(caarud, /^Demander à/, /^Assore/)
  await choose(caarud, 'Code de la personne', 'Code déjà suivi')
  await select(caarud, /^Code/, new RegExp(`^${code}`))
  await caarud.getByText(/La personne est d’accord/).click()
  await caarud.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(caarud.getByRole('heading', { name: 'La demande' })).toBeVisible()

  await assore.goto('/orientations')
  await openRequest(assore, code)
  await expect(assore.getByText('Gaïa, CAARUD et bus méthadone', { exact: true })).toBeVisible()
  await assore.getByRole('button', { name: 'Accepter', exact: true }).click()
  await assore.getByRole('button', { name: 'Admettre', exact: true }).click()
  await expect(assore.getByRole('heading', { name: 'Séjour' })).toBeVisible()
  await expect(caarud.getByText('Arrivée', { exact: true }).first()).toBeVisible()
})

async function select(page: Page, label: RegExp, wanted: RegExp): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  const option = field.locator('option:not([value=""])').filter({ hasText: wanted }).first()
  await field.selectOption(await option.getAttribute('value'))
}

test('le Sleep-In, dont l’orientation est close, ne voit plus la personne', async () => {
  await sleepIn.reload()
  await expect(sleepIn.getByRole('heading', { name: 'La demande' })).toBeVisible()
  await expect(sleepIn.locator('main')).not.toContainText(code)
})

test('la MMPCR exporte le trimestre par commune : aucune petite case, aucune personne', async () => {
  await mmpcr.goto('/rapports')
  for (const indicateur of ['Heures de maraude', 'Contacts']) {
    await mmpcr.getByRole('checkbox', { name: indicateur }).first().check()
  }
  await mmpcr.getByLabel('Couper par').selectOption({ label: 'Commune' })
  await mmpcr.getByRole('button', { name: 'Voir le rapport' }).click()
  await expect(mmpcr.getByRole('table', { name: 'Seine-Saint-Denis' })).toBeVisible()
  const shown = await mmpcr.locator('main table td').allInnerTexts()
  expect(shown.filter((cell) => /^[1-4]$/.test(cell.trim()))).toEqual([])

  const downloading = mmpcr.waitForEvent('download')
  await mmpcr.getByRole('link', { name: 'Télécharger (CSV)' }).click()
  const csv = await readFile(await (await downloading).path(), 'utf8')
  expect(csv).toContain('secret statistique')
  expect(csv).toContain('Paris 18e')
  expect(csv).not.toContain(code)
})
