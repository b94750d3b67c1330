import { expect, type Page, test } from '@playwright/test'
import { findFaults } from './support/accessibilite'
import { closeAll, openAs } from './support/session'

test.afterEach(closeAll)

const MMPCR = 'mmpcr@exemple.fr'
/** The map as most people have it: it glides to what is chosen. */
const EN_MOUVEMENT = { reducedMotion: 'no-preference' } as const

/** The map, once it is drawn. */
async function openCarte(page: Page, question = '') {
  await page.goto(`/carte${question}`)
  const carte = page.getByRole('region', { name: /^Carte des structures/ })
  await expect(carte.getByRole('button').first()).toBeVisible()
  return carte
}

function lines(page: Page) {
  return page.getByRole('main').locator('li[data-slug]')
}

test('la carte montre les deux départements, leurs structures et leur liste, sans fond ni contours importés', async ({
  browser,
}) => {
  const page = await openAs(browser, MMPCR)
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const carte = await openCarte(page)

  await expect(page.getByText('25 structures : 20 à Paris, 5 en Seine-Saint-Denis')).toBeVisible()
  await expect(lines(page)).toHaveCount(25)
  await expect(page.getByText('Carte schématique')).toBeVisible()
  await expect(carte.locator('path.map-commune')).toHaveCount(59)
  await expect(
    carte.getByRole('button', { name: /^CAARUD Aurore 93, CAARUD, Aulnay-sous-Bois/ }),
  ).toBeVisible()
  await expect(
    carte.getByRole('button', { name: /structures, Paris 18e.*libres? ce soir : agrandir/ }),
  ).toBeVisible()
  expect(asked.filter((path) => path.startsWith('/api/tuiles'))).toEqual([])
  expect(complaints).toEqual([])
})

test('au clavier, choisir dans la liste choisit sur la carte, et choisir sur la carte choisit dans la liste', async ({
  browser,
}) => {
  const page = await openAs(browser, MMPCR, EN_MOUVEMENT)
  const carte = await openCarte(page)
  const line = page.locator('li[data-slug="sleep-in"]')

  await line.getByRole('button', { name: 'Sleep-In' }).press('Enter')
  const popup = carte.getByRole('region', { name: 'Sleep-In' })
  await expect(popup.getByText(/libres? ce soir/)).toBeVisible()
  await expect(line).toHaveAttribute('aria-current', 'true')
  await expect(page).toHaveURL('/carte?choix=sleep-in')
  await expect(line.getByRole('button', { name: 'Sleep-In' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(popup).toBeHidden()
  await expect(page).toHaveURL('/carte')

  const point = carte.getByRole('button', { name: /^CAARUD EGO,/ })
  await point.press('Enter')
  await expect(carte.getByRole('region', { name: 'CAARUD EGO' })).toBeFocused()
  await expect(page.locator('li[data-slug="caarud-ego"]')).toHaveAttribute('aria-current', 'true')
  await carte.getByRole('button', { name: 'Dans la liste' }).press('Enter')
  await expect(page.locator('li[data-slug="caarud-ego"]').getByRole('button')).toBeFocused()

  await point.press('Enter')
  await expect(carte.getByRole('region', { name: 'CAARUD EGO' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(point).toBeFocused()
})

test('des points réunis s’ouvrent au clavier et rendent la main au premier d’entre eux', async ({
  browser,
}) => {
  const page = await openAs(browser, MMPCR, EN_MOUVEMENT)
  const carte = await openCarte(page)
  await carte.getByRole('button', { name: /structures, Paris 18e/ }).press('Enter')
  await expect(carte.getByRole('button', { name: /Paris 18e, position approchée : commune/ })).toHaveCount(6)
  await expect(carte.locator(':focus')).toHaveAttribute('aria-label', /Paris 18e/)
})

test('un territoire et des filtres se gardent dans l’adresse', async ({ browser }) => {
  const page = await openAs(browser, MMPCR)
  await openCarte(page)
  await page.getByRole('link', { name: 'Seine-Saint-Denis', exact: true }).click()
  await expect(page).toHaveURL('/carte?territoire=93')
  await expect(lines(page)).toHaveCount(5)
  await page.getByText('Filtrer', { exact: true }).first().click()
  await page.getByLabel('Type').selectOption('CAARUD')
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await expect(lines(page)).toHaveCount(3)
  await page.reload()
  await expect(lines(page)).toHaveCount(3)
  await page.getByRole('link', { name: 'Est du 93' }).click()
  await expect(page.getByText('Aucune structure ne répond')).toBeVisible()
})

test('la fiche d’une structure mène à son point', async ({ browser }) => {
  const page = await openAs(browser, MMPCR)
  await page.goto('/structures/le-pavillon')
  await page.getByRole('link', { name: 'Voir sur la carte' }).click()
  const popup = page.getByRole('region', { name: 'Le Pavillon' })
  await expect(popup.getByText('adresse confidentielle')).toBeVisible()
  await popup.getByRole('link', { name: 'Ouvrir la fiche' }).click()
  await expect(page).toHaveURL('/structures/le-pavillon')
})

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test(`axe ne trouve rien sur la carte ouverte, ${colorScheme}, ${width} px`, async ({ browser }) => {
    const page = await openAs(browser, MMPCR, { colorScheme, viewport: { width, height: 900 } })
    await openCarte(page, '?choix=sleep-in')
    await expect(page.getByRole('region', { name: 'Sleep-In' })).toBeVisible()
    await page.getByText('Légende').first().click()
    expect(await findFaults(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
}

test('les contours ne se renvoient pas quand rien n’a changé, et rien n’est dit à qui n’est pas connecté', async ({
  browser,
}) => {
  const page = await openAs(browser, MMPCR)
  const first = await page.request.get('/api/contours')
  const etag = first.headers()['etag'] ?? ''
  expect(await first.json()).toMatchObject({ type: 'FeatureCollection', schematique: 59 })
  expect((await page.request.get('/api/contours', { headers: { 'if-none-match': etag } })).status()).toBe(304)
  expect((await page.request.get('/api/tuiles/12/2075/1408')).status()).toBe(404)

  const stranger = await openAs(browser, null)
  expect((await stranger.request.get('/api/contours')).status()).toBe(401)
  expect((await stranger.request.get('/api/tuiles/12/2075/1408')).status()).toBe(401)

  const lecteur = await openAs(browser, 'lecture@exemple.fr')
  expect((await lecteur.request.get('/api/contours')).status()).toBe(404)
  expect((await lecteur.goto('/carte'))?.status()).toBe(404)
})

test('les passages des maraudes se montrent à qui lit le planning : les siens à 250 m, les autres à 2 km', async ({
  browser,
}) => {
  const desk = await openAs(browser, 'coordination.caarud@exemple.fr')
  const carte = await openCarte(desk)
  await expect(carte.locator('path.map-passage')).toHaveCount(0)
  await desk.getByRole('checkbox', { name: 'Passages des maraudes' }).press('Space')
  await expect(carte.locator('path.map-passage-nous').first()).toBeVisible()
  await expect(carte.locator('path.map-passage-autres').first()).toBeVisible()
  await expect(desk.getByText(/hexagones pleins, les vôtres/)).toBeVisible()
  const answer = await desk.request.get('/api/passages')
  const { features } = await answer.json()
  for (const { properties } of features)
    expect(properties.cellule).toMatch(properties.aNous ? /^89/ : /^87.{7}ffffff$/)
  expect(await findFaults(desk)).toEqual([])
  await desk.getByRole('checkbox', { name: 'Passages des maraudes' }).press('Space')
  await expect(carte.locator('path.map-passage')).toHaveCount(0)

  const admin = await openAs(browser, 'admin@exemple.fr')
  expect((await admin.request.get('/api/passages')).status()).toBe(404)
})
