// node scripts/run.mjs NAME …: runs scripts/NAME.ts as the server would, on the base of the settings, at this version.
import fs from 'node:fs'
import process from 'node:process'
import { Stop } from './steps/console.mjs'
import { openDatabase } from './steps/database.mjs'
import { inProject } from './steps/folders.mjs'
import { ensureClient } from './steps/generate.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { main } from './steps/lifecycle.mjs'
import { runToEnd } from './steps/processes.mjs'
import { typescript } from './steps/seed.mjs'
import { readSettings } from './steps/settings.mjs'
import { serverEnvironment } from './steps/web-server.mjs'

await main(async () => {
  const [name, ...parameters] = process.argv.slice(2)
  const file = inProject('scripts', `${name}.ts`)
  if (!fs.existsSync(file)) throw new Stop(`Il n’y a pas de scripts/${name}.ts`)
  await ensureInstalled()
  const { raw, settings } = await readSettings()
  await ensureClient()
  const database = await openDatabase(settings, `npm run ${name}`)
  const environment = serverEnvironment({ raw, database, port: settings.PORT })
  const { code } = await runToEnd(process.execPath, typescript(file, parameters), {
    // In our own group, so that a terminal lets it ask a question.
    detached: false,
    stdio: 'inherit',
    env: { ...environment, DATABASE_URL: database.ownerUrl },
  })
  process.exitCode = code
})
