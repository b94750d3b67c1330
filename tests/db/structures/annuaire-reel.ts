import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { uuidv7 } from 'uuidv7'
import { mintViewer } from '@/auth/mint-viewer'
import { PrismaClient } from '@/db/generated/client'
import type { Role } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import { seedStructures } from '../../../prisma/seeds/structures'
import { owner } from '../support/connections'

/** Monday 23 November 2026, 15 h in Paris. */
export const QUINZE_HEURES = new Date('2026-11-23T14:00:00Z')

/** Puts the real structures into the base, as a first start does. */
export async function seedReelles(): Promise<{ ajoutees: number }> {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: process.env['TEST_OWNER_URL'] ?? '' }),
  })
  try {
    return await prisma.$transaction((tx) => seedStructures(tx), { timeout: 30_000 })
  } finally {
    await prisma.$disconnect()
  }
}

/** Somebody of this organisation, with this role on all of it. */
export async function viewerOf(role: Role, organisation: string | null): Promise<Viewer> {
  const found = await owner.query<{ id: string }>('SELECT id FROM organisations WHERE slug = $1', [
    organisation,
  ])
  return mintViewer({
    compteId: uuidv7(),
    sessionId: randomUUID(),
    organisationId: found.rows[0]?.id ?? null,
    fonction: 'Essai',
    attributions: [{ role, structureId: null }],
  })
}

/** The id of a row of this table, by its slug. */
export async function idOf(table: 'structures' | 'dispositifs', slug: string): Promise<string> {
  const found = await owner.query<{ id: string }>(`SELECT id FROM ${table} WHERE slug = $1`, [slug])
  const [row] = found.rows
  if (row === undefined) throw new Error(`${table} : ${slug} n’existe pas`)
  return row.id
}
