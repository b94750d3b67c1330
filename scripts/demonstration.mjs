// The production build on a base of demonstration made for it and thrown away: what the end-to-end tests visit.
import process from 'node:process'
import { ensureBuilt } from './steps/build.mjs'
import { step } from './steps/console.mjs'
import { ensureClient } from './steps/generate.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { atEnd, endWith, main } from './steps/lifecycle.mjs'
import { createDatabase } from './steps/owner.mjs'
import { seed } from './steps/seed.mjs'
import { withParts } from './steps/sql.mjs'
import { migratedTestServer, templateDatabase } from './steps/test-database.mjs'
import { serverEnvironment, startWebServer } from './steps/web-server.mjs'

const database = 'maillage_demonstration'

await main(async () => {
  if (process.env.E2E_PARENT) endWith(Number(process.env.E2E_PARENT))
  await ensureInstalled()
  await ensureClient()
  // `npm test` has a server up already; run alone, this starts one.
  const { AUTH_SECRET: authSecret, ...addresses } = process.env.TEST_DATABASE_URL
    ? process.env
    : (await migratedTestServer()).environment
  await createDatabase(addresses.TEST_DATABASE_URL, database, { template: templateDatabase })
  const opened = {
    authSecret,
    ownerUrl: withParts(addresses.TEST_DATABASE_URL, { database }),
    applicationUrl: withParts(addresses.TEST_DATABASE_APP_URL, { database }),
  }
  console.log(await seed(opened))
  await ensureBuilt()
  const port = Number(process.env.PORT)
  const environment = serverEnvironment({
    raw: { LOG_LEVEL: 'warn', TILES_URL: 'aucun' },
    database: opened,
    port,
  })
  const server = await step('Démarrage de l’application', () => startWebServer(environment))
  atEnd(() => server.stop())
  await server.child.ended
})
