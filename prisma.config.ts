import { defineConfig } from 'prisma/config'

// Read by Prisma's own command line only (`prisma migrate deploy`, `prisma studio`); our scripts need none of it.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
})
