import { cloneTemplate } from './databases'

// Each test file gets a base of its own, copied from the migrated template before any of its imports reads the address.
const database = `maillage_essai_${process.env['VITEST_POOL_ID'] ?? '1'}`
const { applicationUrl, ownerUrl } = await cloneTemplate(database)

Object.assign(process.env, {
  DATABASE_APP_URL: applicationUrl,
  TEST_OWNER_URL: ownerUrl,
  PUBLIC_URL: 'http://localhost:3000',
  LOG_LEVEL: 'silent',
})
