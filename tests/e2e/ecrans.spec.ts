import { expect, type Page, test } from '@playwright/test'
import { findFaults, wear } from './support/accessibilite'
import { closeAll, openAs } from './support/session'

test.afterEach(closeAll)

const BUREAU = { width: 1440, height: 900 }
const TABLETTE = { width: 800, height: 1280 }

type Ecran = { path: string; courriel: string | null; viewport: { width: number; height: number } }

const ecrans: readonly Ecran[] = [
  { path: '/connexion', courriel: null, viewport: BUREAU },
  { path: '/aide', courriel: null, viewport: BUREAU },
  { path: '/accessibilite', courriel: null, viewport: BUREAU },
  { path: '/confidentialite', courriel: null, viewport: BUREAU },
  { path: '/', courriel: 'coordination.sleep-in@exemple.fr', viewport: BUREAU },
  { path: '/', courriel: 'mmpcr@exemple.fr', viewport: BUREAU },
  { path: '/carte', courriel: 'mmpcr@exemple.fr', viewport: BUREAU },
  { path: '/structures', courriel: 'mmpcr@exemple.fr', viewport: BUREAU },
  { path: '/structures/sleep-in', courriel: 'coordination.sleep-in@exemple.fr', viewport: BUREAU },
  { path: '/places', courriel: 'coordination.sleep-in@exemple.fr', viewport: BUREAU },
  { path: '/places', courriel: 'mmpcr@exemple.fr', viewport: BUREAU },
  { path: '/places/recherche', courriel: 'coordination.caarud@exemple.fr', viewport: BUREAU },
  {
    path: '/places/recherche?chercher=oui&couple=oui',
    courriel: 'coordination.caarud@exemple.fr',
    viewport: BUREAU,
  },
  { path: '/places/besoins', courriel: 'coordination.caarud@exemple.fr', viewport: BUREAU },
  { path: '/places/sleep-in-urgence', courriel: 'coordination.sleep-in@exemple.fr', viewport: BUREAU },
  { path: '/places/sleep-in-continu', courriel: 'coordination.sleep-in@exemple.fr', viewport: TABLETTE },
  { path: '/places/sleep-in-repos', courriel: 'coordination.sleep-in@exemple.fr', viewport: BUREAU },
  { path: '/places/assore-hotel', courriel: 'mmpcr@exemple.fr', viewport: BUREAU },
  {
    path: '/orientations/attente/assore-hotel',
    courriel: 'coordination.assore@exemple.fr',
    viewport: BUREAU,
  },
  { path: '/orientations/inclusion', courriel: 'coordination.assore@exemple.fr', viewport: BUREAU },
  { path: '/parcours', courriel: 'coordination.caarud@exemple.fr', viewport: BUREAU },
  { path: '/parcours/sejours', courriel: 'coordination.sleep-in@exemple.fr', viewport: BUREAU },
  { path: '/parcours/marches', courriel: 'coordination.caarud@exemple.fr', viewport: BUREAU },
  { path: '/parcours/visites', courriel: 'coordination.assore@exemple.fr', viewport: TABLETTE },
  { path: '/parcours/astreintes', courriel: 'coordination.pavillon@exemple.fr', viewport: BUREAU },
  { path: '/parcours/mineurs', courriel: 'coordination.caarud@exemple.fr', viewport: BUREAU },
  { path: '/reponse/lien-qui-ne-sert-plus', courriel: null, viewport: TABLETTE },
  { path: '/orientations', courriel: 'coordination.sleep-in@exemple.fr', viewport: BUREAU },
  { path: '/orientations/nouvelle', courriel: 'coordination.caarud@exemple.fr', viewport: BUREAU },
  { path: '/orientations/urgence', courriel: 'coordination.sleep-in@exemple.fr', viewport: BUREAU },
  { path: '/maraudes', courriel: 'responsable@exemple.fr', viewport: BUREAU },
  { path: '/maraudes/planning', courriel: 'responsable@exemple.fr', viewport: BUREAU },
  { path: '/maraudes/journee', courriel: 'responsable@exemple.fr', viewport: BUREAU },
  { path: '/maraudes/quarantaine', courriel: 'coordination.caarud@exemple.fr', viewport: BUREAU },
  { path: '/maraudes/tablettes', courriel: 'coordination.caarud@exemple.fr', viewport: BUREAU },
  { path: '/rapports', courriel: 'mmpcr@exemple.fr', viewport: BUREAU },
  { path: '/administration', courriel: 'admin@exemple.fr', viewport: BUREAU },
  { path: '/administration/journal', courriel: 'admin@exemple.fr', viewport: BUREAU },
  { path: '/terrain', courriel: 'intervenante@exemple.fr', viewport: TABLETTE },
  { path: '/terrain/envois', courriel: 'intervenante@exemple.fr', viewport: TABLETTE },
]

/** What the page asked of another host, and what its console complained of. */
function watch(page: Page): { strangers: string[]; complaints: string[] } {
  const seen = { strangers: [] as string[], complaints: [] as string[] }
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost') seen.strangers.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') seen.complaints.push(message.text())
  })
  page.on('pageerror', (error) => seen.complaints.push(error.message))
  return seen
}

type Parcours = { stops: number; unseen: string[]; isRound: boolean }

/** Runs in the page: notes each place where the Tab key stops, and whether it shows; round once it comes back to one. */
function noteStops(): void {
  const parcours: Parcours = { stops: 0, unseen: [], isRound: false }
  Object.assign(window, { parcours })
  window.addEventListener('keyup', () => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return
    parcours.isRound ||= element.dataset['parcouru'] === 'oui'
    if (parcours.isRound) return
    element.dataset['parcouru'] = 'oui'
    parcours.stops++
    const isShown = [element, element.closest('label'), element.parentElement].some((carrier) => {
      if (carrier === null) return false
      const { outlineStyle, boxShadow } = getComputedStyle(carrier)
      return outlineStyle !== 'none' || boxShadow !== 'none'
    })
    if (!isShown) parcours.unseen.push(element.outerHTML.slice(0, 120))
  })
}

/** Everything the Tab key stops at, out of the page and round again; each must show where it is. */
async function walkByKeyboard(page: Page): Promise<Parcours> {
  await page.evaluate(noteStops)
  for (let presses = 0; ; presses += 20) {
    for (let press = 0; press < 20; press++) await page.keyboard.press('Tab')
    const parcours = await page.evaluate<Parcours>('window.parcours')
    if (parcours.isRound || presses >= 400) return parcours
  }
}

// One visit for the whole of a screen: opening it costs more than looking at it. A screen may have four hundred stops.
for (const { path, courriel, viewport } of ecrans) {
  test(`${path} est accessible de jour, de nuit et au clavier, et ne parle qu’à notre serveur (${courriel ?? 'personne'})`, async ({
    browser,
  }) => {
    const page = await openAs(browser, courriel, { viewport })
    const seen = watch(page)
    const response = await page.goto(path)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await wear(page, 'clair')
    expect(await findFaults(page), 'de jour').toEqual([])
    await wear(page, 'sombre')
    // The same page in other colours: only what colours tell can have changed.
    expect(await findFaults(page, ['color-contrast', 'link-in-text-block']), 'de nuit').toEqual([])
    const { stops, unseen } = await walkByKeyboard(page)
    expect(stops).toBeGreaterThan(2)
    expect(unseen).toEqual([])
    expect(seen).toEqual({ strangers: [], complaints: [] })
  })
}

test('à 200 % sur un écran de bureau, rien ne déborde de côté', async ({ browser }) => {
  const page = await openAs(browser, 'coordination.sleep-in@exemple.fr', {
    viewport: { width: 720, height: 450 },
  })
  for (const path of ['/', '/places', '/orientations', '/structures', '/carte']) {
    await page.goto(path)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect({ path, overflow }).toEqual({ path, overflow: 0 })
  }
})
