import { describe, expect, it } from 'vitest'
import { nameDispositif } from './nom-dispositif'

describe('le nom d’un dispositif', () => {
  it('vient après celui de sa structure', () => {
    expect(nameDispositif('Sleep-In', 'Urgence de nuit')).toBe('Sleep-In · Urgence de nuit')
  })

  it('ne se dit qu’une fois quand c’est le même', () => {
    expect(nameDispositif('Le Pavillon', 'Le Pavillon')).toBe('Le Pavillon')
  })
})
