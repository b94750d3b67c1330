import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'

/** A tablet: a profile on disk that outlives its browser, as a real one does. */
export function makeProfile(): string {
  return mkdtempSync(path.join(tmpdir(), 'maillage-tablette-'))
}

/** Switches a tablet on. */
export async function openTablette(profile: string, baseURL: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env['E2E_CHROMIUM'] ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
    baseURL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
    args: ['--no-first-run', '--disable-background-networking', '--disable-component-update'],
  })
}

/** Waits until the worker holds everything and answers this page. */
export async function waitForWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller === null)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
  })
}
