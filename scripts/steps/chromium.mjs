import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { Stop, step } from './console.mjs'
import { inProject } from './folders.mjs'
import { runToEnd } from './processes.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Loaded when asked for: `npm test` begins before anything is installed.
 * @returns {string}
 */
function playwrightChromium() {
  return createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
}

/** A name on the disk is not enough: some systems put there a program that only says how to install the real one. */
function works(file) {
  return fs.existsSync(file) && spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0
}

/** The Chromium of this machine: the one named by E2E_CHROMIUM, the system's, or Playwright's; null without any. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const candidates = [process.env.E2E_CHROMIUM, ...onPath, ...elsewhere, playwrightChromium()]
  return candidates.find((file) => file && works(file)) ?? null
}

/** Tries, in order, Playwright's download (any account) and Debian's package (root). */
export async function ensureChromium() {
  const found = findChromium()
  if (found !== null) return found
  return step('Installation d’un Chromium pour les essais de bout en bout', async () => {
    const said = [await downloadWithPlaywright(), await installWithApt()]
    const file = findChromium()
    if (file !== null) return file
    const advice =
      'Installez Chromium (Debian, Ubuntu : apt-get install chromium) ou donnez son chemin par E2E_CHROMIUM.'
    throw new Stop(`Aucun Chromium n’a pu être installé.\n${said.join('\n')}\n${advice}`)
  })
}

async function downloadWithPlaywright() {
  const cli = inProject('node_modules', '@playwright', 'test', 'cli.js')
  const { text } = await runToEnd(process.execPath, [cli, 'install', 'chromium'], { quiet: true })
  return text.slice(-500)
}

async function installWithApt() {
  if (findChromium() !== null || process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return ''
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runToEnd('apt-get', ['update'], { quiet: true, env })
  const { text } = await runToEnd('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    quiet: true,
    env,
  })
  return text.slice(-500)
}
