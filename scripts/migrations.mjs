// npm run db:create NAME | db:apply | db:check
import process from 'node:process'
import { Stop } from './steps/console.mjs'
import { main } from './steps/lifecycle.mjs'
import { applyToBase, checkDrift, createMigration } from './steps/migrations.mjs'

const commands = { create: createMigration, apply: applyToBase, check: checkDrift }

await main(async () => {
  const [command, ...parameters] = process.argv.slice(2)
  if (!Object.hasOwn(commands, command ?? '')) {
    throw new Stop('Usage : node scripts/migrations.mjs create NOM | apply | check')
  }
  await commands[command](...parameters)
})
