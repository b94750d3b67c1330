import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_BYTES, codePersonneSchema, makeCodePersonne } from './code'

describe('le code d’une personne', () => {
  it('ne contient jamais I, O, 0 ni 1, et se relit toujours', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES }), (bytes) => {
        const code = makeCodePersonne(bytes)
        expect(code).not.toMatch(/[IO01]/)
        expect(codePersonneSchema.parse(code)).toBe(code)
      }),
    )
  })

  it('donne à chaque signe la même chance', () => {
    const premiers = Array.from(
      { length: 256 },
      (_, byte) => makeCodePersonne(new Uint8Array([byte, 0, 0, 0, 0]))[0],
    )
    expect(new Set(premiers).size).toBe(32)
    expect(premiers.filter((sign) => sign === 'A')).toHaveLength(8)
  })

  it('se saisit en minuscules, avec des espaces autour', () => {
    expect(codePersonneSchema.parse(' k7-pq3 ')).toBe('K7-PQ3')
  })

  it.each(['K7PQ3', 'K1-PQ3', 'KO-PQ3', 'K7-PQ33', ''])('refuse %j', (text) => {
    expect(codePersonneSchema.safeParse(text).success).toBe(false)
  })
})
