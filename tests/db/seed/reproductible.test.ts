import { describe, expect, it } from 'vitest'
import { openBaseNeuve, readEmpreintes } from './base-neuve'

async function fillAndRead(name: string, graine: number) {
  const base = await openBaseNeuve(name)
  await base.invent({ graine })
  const empreintes = await readEmpreintes(base)
  await base.end()
  return empreintes
}

describe('la démonstration', () => {
  it('donne les mêmes lignes pour la même graine et le même instant, d’autres pour une autre graine', async () => {
    const first = await fillAndRead('premiere', 12)
    expect(await fillAndRead('seconde', 12)).toEqual(first)
    const other = await fillAndRead('autre', 13)
    for (const table of ['maraudes', 'rencontres', 'occupations', 'orientations', 'personnes']) {
      expect(other[table]).not.toBe(first[table])
    }
  }, 120_000)
})
