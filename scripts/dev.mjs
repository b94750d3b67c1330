// npm run dev: the same base as npm start, with pages made again as their files change.
import { step, warn } from './steps/console.mjs'
import { openDatabase } from './steps/database.mjs'
import { ensureClient } from './steps/generate.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { atEnd, main } from './steps/lifecycle.mjs'
import { takeLock } from './steps/lock.mjs'
import { freePort } from './steps/ports.mjs'
import { disarmServiceWorker } from './steps/service-worker.mjs'
import { readSettings } from './steps/settings.mjs'
import { serverEnvironment, startWebServer } from './steps/web-server.mjs'

await main(async () => {
  const lock = takeLock('npm run dev')
  await ensureInstalled()
  const { raw, settings } = await readSettings()
  await ensureClient()
  const database = await openDatabase(settings, 'npm run dev')
  const port = await freePort(settings.PORT)
  if (port !== settings.PORT)
    warn(`Le port ${settings.PORT} est pris : l’application est servie sur ${port}.`)
  disarmServiceWorker()
  const environment = serverEnvironment({ raw, database, port, dev: true })
  const server = await step('Démarrage de next dev', () => startWebServer(environment, { dev: true }))
  atEnd(() => server.stop())
  lock.announce(environment.PUBLIC_URL)
  console.log(`\n✓ ${environment.PUBLIC_URL}\n${database.accounts ?? ''}`)
  await server.child.ended
})
