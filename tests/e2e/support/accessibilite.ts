import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { APPEARANCE_EVENT, THEME_KEY } from '@/ui/theme/appearance'

/** What axe finds on the page, one line per fault: the rule, then the element. */
export async function findFaults(page: Page, rules?: string[]): Promise<string[]> {
  // No screen holds a frame: axe needs neither its second page nor, for what passes, its list.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze()
  return violations.map(({ id, nodes }) => `${id} : ${nodes[0]?.html}`)
}

/** The same page in the colours a person chose. The hour and the device would choose otherwise, and later. */
export async function wear(page: Page, theme: 'clair' | 'sombre'): Promise<void> {
  await page.evaluate(
    ([key, event, chosen]) => {
      localStorage.setItem(key, chosen)
      dispatchEvent(new Event(event))
    },
    [THEME_KEY, APPEARANCE_EVENT, theme] as const,
  )
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}
