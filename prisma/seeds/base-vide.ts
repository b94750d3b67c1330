import type { Prisma } from '../../src/db/generated/client'

/** Filled by the migrations or by the import of contours: they say nothing of anybody. */
const REFERENCES = [
  '_prisma_migrations',
  'communes',
  'contours',
  'articles',
  'kit_contenus',
  'parcours',
  'marches',
]

/** Tables of this base that hold something, the reference ones left aside, in alphabetical order. */
export async function findOccupiedTables(tx: Prisma.TransactionClient): Promise<string[]> {
  const tables = await tx.$queryRaw<{ nom: string }[]>`
    SELECT tablename AS nom FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL(${REFERENCES}) ORDER BY 1`
  const probes = tables.map(({ nom }) => `SELECT '${nom}' AS nom WHERE EXISTS (SELECT FROM "${nom}")`)
  const occupied = await tx.$queryRawUnsafe<{ nom: string }[]>(`${probes.join(' UNION ALL ')} ORDER BY 1`)
  return occupied.map(({ nom }) => nom)
}
