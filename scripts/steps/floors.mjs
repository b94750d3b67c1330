import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { buildIsStale, ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { Stop } from './console.mjs'
import { withoutDownload } from './downloads.mjs'
import { inData, inProject } from './folders.mjs'
import { readHolder } from './lock.mjs'
import { checkSchema } from './migrations.mjs'
import { runToEnd } from './processes.mjs'
import { playwrightCounts, vitestCounts } from './reports.mjs'
import { migratedTestServer } from './test-database.mjs'

/** The floors of tests, in order; each returns `{ passed, failed, skipped }`. A static check counts as one test. */
export const floors = {
  format: () => check('prettier/bin/prettier.cjs', '--check', '.'),
  lint: () => check('oxlint/bin/oxlint', '--type-aware', '--max-warnings=0'),
  types: checkTypes,
  knip: () => check('knip/bin/knip.js'),
  drift: () => checkSchema().then(() => one(true)),
  unit: () => vitest('domaine'),
  architecture: () => vitest('architecture'),
  db: async () => vitest('base', (await migratedTestServer()).environment),
  build: () => build().then(() => one(true)),
  e2e: endToEnd,
}

function one(isGood) {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
}

/** Runs a program of node_modules; returns its exit code. */
async function runTool([file, ...parameters], environment = {}) {
  const { code } = await runToEnd(process.execPath, [inProject('node_modules', file), ...parameters], {
    env: { ...process.env, ...withoutDownload, ...environment },
  })
  return code
}

async function check(...tool) {
  return one((await runTool(tool)) === 0)
}

async function checkTypes() {
  const generated = await runTool(['next/dist/bin/next', 'typegen'])
  return one(generated === 0 && (await runTool(['typescript/bin/tsc'])) === 0)
}

/** Runs a tool that writes a report, and counts from it; a tool that failed without saying which test counts as one. */
async function runReported(name, tool, environment, count) {
  const report = inData(`rapport-${name}-${process.pid}.json`)
  fs.mkdirSync(path.dirname(report), { recursive: true })
  try {
    const code = await runTool(tool(report), environment(report))
    const counts = fs.existsSync(report) ? count(JSON.parse(fs.readFileSync(report, 'utf8'))) : one(false)
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } finally {
    fs.rmSync(report, { force: true })
  }
}

function vitest(project, environment = {}) {
  const tool = (report) => [
    'vitest/vitest.mjs',
    'run',
    '--config=tests/vitest.config.ts',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  return runReported(project, tool, () => environment, vitestCounts)
}

let built = null

/** Once per run; never under the feet of an `npm start` that serves the former build from this folder. */
function build() {
  built ??= (async () => {
    if (readHolder()?.purpose === 'npm start' && buildIsStale()) {
      throw new Stop(
        '« npm start » sert ici une version plus ancienne : arrêtez-le (Ctrl-C), puis relancez les essais.',
      )
    }
    await ensureBuilt()
  })()
  return built
}

const playwright = () => ['@playwright/test/cli.js', 'test', '--config=tests/playwright.config.ts']

async function endToEnd() {
  await build()
  const addresses = { ...(await migratedTestServer()).environment, E2E_CHROMIUM: await ensureChromium() }
  const environment = (report) => ({ ...addresses, PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  return runReported('e2e', playwright, environment, playwrightCounts)
}
