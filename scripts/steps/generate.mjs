import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { inData, inProject } from './folders.mjs'
import { run } from './processes.mjs'
import { schemaFiles } from './schema-engine.mjs'

const clientFolder = inProject('src', 'db', 'generated')

/** Prisma asks its download host for an engine that neither `generate` nor our migrations use: any program will do. */
export const withoutDownload = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
}

/** Makes Prisma's client in `src/db/generated` when the schema changed since; true when it did. */
export async function generateClient({ force = false } = {}) {
  const stamp = inData('client.empreinte')
  const { version } = JSON.parse(fs.readFileSync(inProject('node_modules', 'prisma', 'package.json'), 'utf8'))
  const print = createHash('sha256').update(version).update(JSON.stringify(schemaFiles())).digest('hex')
  const made = fs.existsSync(path.join(clientFolder, 'client.ts'))
  if (!force && made && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === print) return false
  fs.rmSync(stamp, { force: true })
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
  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(stamp, print)
  return true
}
