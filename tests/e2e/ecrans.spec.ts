import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { openAs } from './support/session'

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

/** Everything the Tab key stops at, until it leaves the page; each must show where it is. */
async function walkByKeyboard(page: Page): Promise<{ stops: number; unseen: string[] }> {
  const unseen: string[] = []
  let hasLeft = false
  let stops = 0
  for (; stops < 400; stops++) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const carriers = [element, element.closest('label'), element.parentElement].filter(
        (each) => each !== null,
      )
      const shown = carriers.some((each) => {
        const style = getComputedStyle(each)
        return style.outlineStyle !== 'none' || style.boxShadow !== 'none'
      })
      const first = element.dataset['parcouru'] === undefined
      element.dataset['parcouru'] = 'oui'
      return { shown, first, name: element.outerHTML.slice(0, 120) }
    })
    // Out of the page once: a screen that puts the focus on its title is walked from there, then from its top.
    if (focus === null && !hasLeft) {
      hasLeft = true
      continue
    }
    if (focus === null || !focus.first) break
    if (!focus.shown) unseen.push(focus.name)
  }
  return { stops, unseen }
}

for (const { path, courriel, viewport } of ecrans) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} est accessible et ne parle qu’à notre serveur (${courriel ?? 'personne'}, ${colorScheme})`, async ({
      browser,
    }) => {
      const page = await openAs(browser, courriel, { viewport, colorScheme })
      const seen = watch(page)
      const response = await page.goto(path)
      expect(response?.status()).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} : ${nodes[0]?.html}`)).toEqual([])
      expect(seen).toEqual({ strangers: [], complaints: [] })
      await page.context().close()
    })
  }

  test(`${path} se parcourt au clavier, et l’on voit où l’on est (${courriel ?? 'personne'})`, async ({
    browser,
  }) => {
    const page = await openAs(browser, courriel, { viewport })
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const { stops, unseen } = await walkByKeyboard(page)
    expect(stops).toBeGreaterThan(2)
    expect(unseen).toEqual([])
    await page.context().close()
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
  await page.context().close()
})
