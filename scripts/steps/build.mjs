import fs from 'node:fs'
import process from 'node:process'
import { step } from './console.mjs'
import { withoutDownload } from './downloads.mjs'
import { fingerprint, isCurrent, whenChanged } from './fingerprint.mjs'
import { inProject } from './folders.mjs'
import { keepBuiltFiles } from './kept-builds.mjs'
import { run } from './processes.mjs'
import { makeServiceWorker } from './service-worker.mjs'

const sources = [
  'src',
  'prisma/schema',
  'public',
  'next.config.js',
  'postcss.config.mjs',
  'scripts/french-only.cjs',
  'scripts/steps/service-worker.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

const stamp = 'construction'
const made = () =>
  [
    ['.next', 'BUILD_ID'],
    ['public', 'sw.js'],
  ].every((names) => fs.existsSync(inProject(...names)))

function buildFingerprint() {
  return `${process.version} ${fingerprint(sources, { except: ['src/db/generated', 'public/sw.js'] })}`
}

export function buildIsStale() {
  return !isCurrent(stamp, buildFingerprint(), made)
}

/** Builds the application when its sources changed since the last build that reached its end. */
export async function ensureBuilt() {
  await whenChanged(stamp, buildFingerprint(), made, () =>
    step('Construction de l’application (next build)', build),
  )
}

/** Builds the application, then the worker that lets a tablet start without network. */
export async function build() {
  fs.rmSync(inProject('.next', 'BUILD_ID'), { force: true })
  await run(process.execPath, [inProject('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    quiet: true,
    failure: 'La construction a échoué',
    env: { ...process.env, ...withoutDownload, NODE_ENV: 'production' },
  })
  await makeServiceWorker()
  keepBuiltFiles()
}
