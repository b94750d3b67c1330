// npm start: from a fresh clone to a served page, or from a built one in seconds.
import { ensureBuilt } from './steps/build.mjs'
import { say, step, warn } from './steps/console.mjs'
import { tryOfficialContours } from './steps/contours.mjs'
import { openDatabase } from './steps/database.mjs'
import { ensureClient } from './steps/generate.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { atEnd, main } from './steps/lifecycle.mjs'
import { takeLock } from './steps/lock.mjs'
import { freePort } from './steps/ports.mjs'
import { readSettings } from './steps/settings.mjs'
import { serverEnvironment, startWebServer } from './steps/web-server.mjs'

await main(async () => {
  const start = performance.now()
  const lock = takeLock('npm start')
  await ensureInstalled()
  const { raw, settings } = await readSettings()
  await ensureClient()
  const database = await openDatabase(settings, 'npm start')
  await ensureBuilt()

  const port = await freePort(settings.PORT)
  if (port !== settings.PORT)
    warn(`Le port ${settings.PORT} est pris : l’application est servie sur ${port}.`)
  const environment = serverEnvironment({ raw, database, port })
  const server = await step('Démarrage de l’application', () => startWebServer(environment))
  atEnd(() => server.stop())
  lock.announce(environment.PUBLIC_URL)
  announce({
    address: environment.PUBLIC_URL,
    port,
    accounts: database.accounts,
    duration: performance.now() - start,
  })
  void tryOfficialContours(database.ownerUrl)
  const { code } = await server.child.ended
  throw new Error(`Le serveur web s’est arrêté de lui-même (code ${code}).`)
})

function announce({ address, port, accounts, duration }) {
  console.log(
    `\n✓ Maillage est prêt : ${address}   (en ${Math.round(duration / 1000)} s ; Ctrl-C pour arrêter)`,
  )
  if (!address.endsWith(`:${port}`)) say(`sur cette machine : http://localhost:${port}`)
  if (accounts === null) return
  console.log('')
  for (const line of accounts.split('\n')) say(line)
}
