import { PrismaPg } from '@prisma/adapter-pg'
import { describe, expect, it } from 'vitest'
import { isUnavailable } from '@/db/constraint'
import { PrismaClient } from '@/db/generated/client'
import { connectAsOwner } from '../support/databases'

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('aucune erreur')
}

function client(connectionString: string) {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 1 }) })
}

const address = process.env['DATABASE_APP_URL'] ?? ''

describe('une base qui ne répond pas', () => {
  it('est reconnue quand rien n’écoute', async () => {
    const nowhere = new URL(address)
    nowhere.port = '1'
    const absent = client(nowhere.href)
    expect(isUnavailable(await errorOf(absent.commune.count()))).toBe(true)
    expect(isUnavailable(await errorOf(absent.$transaction((tx) => tx.commune.count())))).toBe(true)
  })

  it('est reconnue quand la connexion est coupée au milieu d’une transaction', async () => {
    const prisma = client(address)
    const owner = await connectAsOwner()
    const error = await errorOf(
      prisma.$transaction(async (tx) => {
        const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
        await owner.query('SELECT pg_terminate_backend($1)', [row?.pid])
        await tx.commune.count()
      }),
    )
    await owner.end()
    expect(isUnavailable(error)).toBe(true)
  })

  it('ne se confond ni avec une règle enfreinte ni avec une faute de programme', async () => {
    const prisma = client(address)
    const refused = await errorOf(
      prisma.organisation.create({ data: { slug: 'x', nom: 'x', nature: 'ETAT', id: 'non' } }),
    )
    expect(isUnavailable(refused)).toBe(false)
    expect(isUnavailable(new TypeError('undefined is not a function'))).toBe(false)
    expect(isUnavailable(null)).toBe(false)
  })
})
