import { Pool } from 'pg'
import { afterAll } from 'vitest'

/** Plain connections to this file's own base: as the owner of the tables, and as the application. */
export const owner = new Pool({ connectionString: process.env['TEST_OWNER_URL'] })
export const app = new Pool({ connectionString: process.env['DATABASE_APP_URL'] })

afterAll(() => Promise.all([owner.end(), app.end()]))
