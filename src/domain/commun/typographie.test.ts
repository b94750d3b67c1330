import { describe, expect, it } from 'vitest'
import { bindPunctuation } from './typographie'

describe('un texte français', () => {
  it.each([
    [
      '« refusée » : dit par la structure ; non ?',
      '«\u00A0refusée\u00A0»\u00A0: dit par la structure\u00A0; non\u00A0?',
    ],
    ['10 % des contacts', '10\u00A0% des contacts'],
    ['rien à lier, ici.', 'rien à lier, ici.'],
  ])('garde sa ponctuation avec son mot : %s', (text, bound) => {
    expect(bindPunctuation(text)).toBe(bound)
  })
})
