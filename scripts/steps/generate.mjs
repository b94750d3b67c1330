import fs from 'node:fs'
import process from 'node:process'
import { step } from './console.mjs'
import { withoutDownload } from './downloads.mjs'
import { fingerprint, whenChanged } from './fingerprint.mjs'
import { inProject } from './folders.mjs'
import { run } from './processes.mjs'

const made = () => fs.existsSync(inProject('src', 'db', 'generated', 'client.ts'))

/** Makes Prisma's client in `src/db/generated` when the schema changed since. */
export async function ensureClient() {
  const print = fingerprint(['prisma/schema', 'node_modules/prisma/package.json'])
  await whenChanged('client', print, made, () => step('Client de la base (prisma/schema)', generateClient))
}

export async function generateClient() {
  await run(
    process.execPath,
    [
      inProject('node_modules', 'prisma', 'build', 'index.js'),
      'generate',
      '--schema',
      inProject('prisma', 'schema'),
    ],
    {
      quiet: true,
      failure: 'Le client de la base n’a pas pu être généré',
      env: { ...process.env, ...withoutDownload },
    },
  )
}
