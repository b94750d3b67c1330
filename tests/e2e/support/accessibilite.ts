import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Runs in the page. A button on its way from one colour to another has, for 150 ms, the contrast of neither. */
function finishTransitions(): void {
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish()
  }
}

/** What axe finds on the page once its colours are at rest, one line per fault: the rule, then the element. */
export async function findFaults(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(finishTransitions)
  const builder = new AxeBuilder({ page })
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze()
  return violations.map(({ id, nodes }) => `${id} : ${nodes[0]?.html}`)
}
