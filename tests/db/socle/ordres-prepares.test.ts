import { expect, it } from 'vitest'
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
