import { defineConfig } from '@playwright/test'
import { findChromium } from '../scripts/steps/chromium.mjs'
import { freePort } from '../scripts/steps/ports.mjs'

// Read once by the runner, then by each worker, which must find the same answers.
process.env['E2E_PORT'] ??= String(await freePort(3900))
process.env['E2E_CHROMIUM'] ??= findChromium() ?? ''
process.env['E2E_PARENT'] ??= String(process.pid)

const port = process.env['E2E_PORT']
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  // A screen late on a busy machine is not a fault; one that never comes is.
  expect: { timeout: 20_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? 'list' : [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // On its way from one colour to another, a button has the contrast of neither.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['E2E_CHROMIUM'],
      chromiumSandbox: !isRoot,
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node scripts/demonstration.mjs',
    cwd: '..',
    env: { PORT: port, E2E_PARENT: process.env['E2E_PARENT'] },
    url: `http://localhost:${port}/api/sante`,
    timeout: 240_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
