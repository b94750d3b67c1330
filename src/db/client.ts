import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

const shared = globalThis as unknown as { maillagePrisma?: PrismaClient }

/** One client per node process, connected as the application's own role (owns nothing, cannot bypass row-level security). */
export const prisma = (shared.maillagePrisma ??= new PrismaClient({
  adapter: new PrismaPg({ connectionString: env.DATABASE_APP_URL, max: 20 }),
}))
