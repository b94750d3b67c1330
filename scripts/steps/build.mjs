import fs from 'node:fs'
import process from 'node:process'
import { say, step } from './console.mjs'
import { withoutDownload } from './downloads.mjs'
import { fingerprint, whenChanged } from './fingerprint.mjs'
import { inProject } from './folders.mjs'
import { run } from './processes.mjs'

const sources = [
  'src',
  'prisma/schema',
  'public',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

const made = () => fs.existsSync(inProject('.next', 'BUILD_ID'))

export function buildFingerprint() {
  return `${process.version} ${fingerprint(sources, { except: ['src/db/generated'] })}`
}

/** Builds the application when its sources changed since the last build that reached its end. */
export async function ensureBuilt() {
  const done = await whenChanged('construction', buildFingerprint(), made, () =>
    step('Construction de l’application (next build)', build),
  )
  if (!done) say('Application déjà construite')
}

async function build() {
  fs.rmSync(inProject('.next', 'BUILD_ID'), { force: true })
  await run(process.execPath, [inProject('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    quiet: true,
    failure: 'La construction a échoué',
    env: { ...process.env, ...withoutDownload, NODE_ENV: 'production' },
  })
}
