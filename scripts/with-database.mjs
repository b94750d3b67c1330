// node scripts/with-database.mjs COMMAND…: runs a command with a migrated, throwaway PostgreSQL at hand.
import path from 'node:path'
import process from 'node:process'
import { Stop, step } from './steps/console.mjs'
import { inProject } from './steps/folders.mjs'
import { ensureClient } from './steps/generate.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { main } from './steps/lifecycle.mjs'
import { runToEnd } from './steps/processes.mjs'
import { migratedTestServer } from './steps/test-database.mjs'

await main(async () => {
  const [command, ...parameters] = process.argv.slice(2)
  if (command === undefined) throw new Stop('Usage : node scripts/with-database.mjs COMMANDE…')
  await ensureInstalled()
  await ensureClient()
  const test = await step('PostgreSQL d’essai, migré', migratedTestServer)
  const PATH = `${inProject('node_modules', '.bin')}${path.delimiter}${process.env.PATH}`
  const { code } = await runToEnd(command, parameters, { env: { ...process.env, ...test.environment, PATH } })
  process.exitCode = code
})
