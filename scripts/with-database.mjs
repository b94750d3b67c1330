// node scripts/with-database.mjs COMMAND…: runs a command with a migrated, throwaway PostgreSQL at hand.
import path from 'node:path'
import process from 'node:process'
import { Stop, main, step } from './steps/console.mjs'
import { inProject } from './steps/folders.mjs'
import { onSignals } from './steps/signals.mjs'
import { start, stopAll } from './steps/processes.mjs'
import { startMigratedTestServer } from './steps/test-database.mjs'

await main(async () => {
  const [command, ...parameters] = process.argv.slice(2)
  if (command === undefined) throw new Stop('Usage : node scripts/with-database.mjs COMMANDE…')
  onSignals(stopAll)
  const test = await step('PostgreSQL d’essai, migré', startMigratedTestServer)
  try {
    const PATH = `${inProject('node_modules', '.bin')}${path.delimiter}${process.env.PATH}`
    const child = start(command, parameters, { env: { ...process.env, ...test.environment, PATH } })
    const { code } = await child.ended
    process.exitCode = code ?? 1
  } finally {
    await test.stop()
  }
})
