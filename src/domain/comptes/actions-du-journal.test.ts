import { describe, expect, it } from 'vitest'
import { libelleActionDuJournal, readJournalCursor, writeJournalCursor } from './actions-du-journal'

const id = '0198aaaa-0000-7000-8000-000000000001'

describe('la page du journal', () => {
  it('se retrouve par son adresse', () => {
    const cursor = { le: new Date('2026-11-23T20:00:00.123Z'), id }
    expect(readJournalCursor(writeJournalCursor(cursor))).toEqual(cursor)
  })

  it.each([undefined, '', '12', `x.${id}`, `12.${id}'`, `999999999999999.${id}`, '12.34'])(
    'n’est pas %j',
    (text) => {
      expect(readJournalCursor(text)).toBeUndefined()
    },
  )

  it('nomme une action, ou la montre telle quelle', () => {
    expect(libelleActionDuJournal('comptes.sign-in')).toBe('Connexion')
    expect(libelleActionDuJournal('orientations.remind')).toBe('Relance d’une demande sans réponse')
    expect(libelleActionDuJournal('un.geste-nouveau')).toBe('un.geste-nouveau')
  })
})
