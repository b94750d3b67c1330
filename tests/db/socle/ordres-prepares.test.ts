import { describe, expect, it } from 'vitest'
import { createStatementNames } from '@/db/prepared'
import { readAs } from '@/db/transaction'
import { createMonde } from './monde'
import { owner } from '../support/connections'
import { viewerOf } from '../places/soiree'

it('un ordre qui revient sur une connexion y est préparé une fois', async () => {
  const { paris } = await createMonde(owner)
  const prepared = await readAs(viewerOf(paris, 'COORDINATEUR'), async (tx) => {
    for (let time = 0; time < 3; time++) await tx.organisation.findMany({ select: { slug: true } })
    return tx.$queryRaw<{ statement: string }[]>`SELECT statement FROM pg_prepared_statements`
  })
  expect(prepared.filter(({ statement }) => /FROM "public"."organisations"/.test(statement))).toHaveLength(1)
})

describe('le nom d’un ordre SQL', () => {
  it('vient à la deuxième fois, et ne change plus', () => {
    const nameOf = createStatementNames()
    expect(nameOf('SELECT 1')).toBe('')
    const name = nameOf('SELECT 1')
    expect(name).toMatch(/^[0-9a-f]{40}$/)
    expect(nameOf('SELECT 1')).toBe(name)
  })

  it('n’est pas le même pour deux ordres', () => {
    const nameOf = createStatementNames()
    for (const sql of ['SELECT 1', 'SELECT 2']) nameOf(sql)
    expect(nameOf('SELECT 1')).not.toBe(nameOf('SELECT 2'))
  })

  it('n’est pas donné à un ordre dont un filtre peut manquer : son plan dépend de ce filtre', () => {
    const nameOf = createStatementNames()
    const sql = 'SELECT id FROM dispositifs WHERE $1::text IS NULL OR departement = $1'
    expect([nameOf(sql), nameOf(sql)]).toEqual(['', ''])
  })

  it('manque au-delà de deux cents ordres : une connexion n’en garde pas sans fin', () => {
    const nameOf = createStatementNames()
    const texts = Array.from({ length: 250 }, (_, index) => `SELECT ${index}`)
    for (const sql of texts) nameOf(sql)
    expect(texts.map(nameOf).filter((name) => name !== '')).toHaveLength(200)
  })
})
