import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'
import { createStatementNames } from './prepared'

declare global {
  var maillagePrisma: PrismaClient | undefined
}

const nameOf = createStatementNames()

/** One client per node process, connected as the application's own role (owns nothing, cannot bypass row-level security). */
export const prisma = (globalThis.maillagePrisma ??= new PrismaClient({
  adapter: new PrismaPg(
    { connectionString: env.DATABASE_APP_URL, max: 20 },
    { statementNameGenerator: ({ sql }) => nameOf(sql) },
  ),
}))
