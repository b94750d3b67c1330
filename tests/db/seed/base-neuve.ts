import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { Client, type QueryResultRow } from 'pg'
import { PrismaClient } from '@/db/generated/client'
import { type Options, type Rempli, seedDemonstration } from '../../../prisma/seeds/demonstration'
import { noLignes } from '../../../prisma/seeds/demonstration/lignes'
import { cloneTemplate } from '../support/databases'

/** A base of its own for one filling; `end` closes its connections. */
export type BaseNeuve = {
  invent: (wanted: Partial<Options>) => Promise<Rempli>
  rows: <Row extends QueryResultRow>(sql: string, parameters?: unknown[]) => Promise<Row[]>
  end: () => Promise<void>
}

/** A Monday, 21 h 12 in Paris: rounds are out, beds fill up. */
export const LUNDI_SOIR = new Date('2026-11-23T20:12:00Z')

/** A fresh copy of the migrated template, for this worker. Without options, `invent` gives three months up to Monday evening. */
export async function openBaseNeuve(name: string): Promise<BaseNeuve> {
  const { ownerUrl } = await cloneTemplate(`maillage_essai_${process.env['VITEST_POOL_ID'] ?? '1'}_${name}`)
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl }) })
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const usual: Options = { now: LUNDI_SOIR, taille: 'petite', graine: 7593, motDePasse: '$argon2id$' }
  return {
    invent: (wanted) => seedDemonstration(prisma, { ...usual, ...wanted }, () => {}),
    rows: async <Row extends QueryResultRow>(sql: string, parameters: unknown[] = []) =>
      (await client.query<Row>(sql, parameters)).rows,
    end: async () => {
      await prisma.$disconnect()
      await client.end()
    },
  }
}

/** Every invented table: rows, and fingerprint. The ids of the real sites are made anew each time; they are read as slugs. */
export async function readEmpreintes({ rows }: BaseNeuve): Promise<Record<string, string>> {
  const sites = await rows<{ id: string; slug: string }>(
    `SELECT id::text, slug FROM organisations UNION ALL SELECT id::text, slug FROM structures
     UNION ALL SELECT id::text, slug FROM dispositifs`,
  )
  const slugs = new Map(sites.map(({ id, slug }) => [id, slug]))
  const empreintes: Record<string, string> = {}
  for (const table of Object.keys(noLignes())) {
    const lines = await rows<{ line: string }>(`SELECT to_jsonb(t)::text AS line FROM ${table} t`)
    const known = lines
      .map(({ line }) => line.replaceAll(/[0-9a-f-]{36}/g, (id) => slugs.get(id) ?? id))
      .toSorted()
    empreintes[table] = `${lines.length} ${createHash('sha256').update(known.join('\n')).digest('hex')}`
  }
  return empreintes
}
