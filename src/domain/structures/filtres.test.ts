import { describe, expect, it } from 'vitest'
import { readFiltres, wordsOf } from './filtres'

describe('les filtres de l’adresse', () => {
  it('se lisent tous', () => {
    const question = {
      q: ' porte  chapelle ',
      type: 'CAARUD',
      commune: '93066',
      territoire: 'est-93',
      public: 'FEMMES',
      langue: 'ar',
      ouvert: 'oui',
    }
    expect(readFiltres(question)).toEqual({ filtres: { ...question, q: 'porte  chapelle' }, ignores: [] })
  })

  it('rangent Pierrefitte à Saint-Denis', () => {
    expect(readFiltres({ commune: '93059' }).filtres).toEqual({ commune: '93066' })
  })

  it('ignorent ce qui est vide ou inconnu de l’adresse', () => {
    expect(readFiltres({ q: '  ', type: '', apres: 'sleep-in', autre: 'x' })).toEqual({
      filtres: {},
      ignores: [],
    })
  })

  it.each([
    [{ commune: '13055' }, 'commune inconnue à Paris et en Seine-Saint-Denis'],
    [{ type: 'COMMISSARIAT' }, 'type de structure inconnu'],
    [{ q: 'x'.repeat(10_000) }, 'recherche (100 caractères au plus)'],
    [{ ouvert: 'peut-être' }, 'ouverture'],
    [{ territoire: '92' }, 'territoire inconnu'],
  ])('gardent les autres et nomment celui qui n’a pas de sens %#', (question, ignore) => {
    expect(readFiltres({ ...question, langue: 'fr' })).toEqual({
      filtres: { langue: 'fr' },
      ignores: [ignore],
    })
  })

  it('prennent le premier d’un filtre répété', () => {
    expect(readFiltres({ type: ['CSAPA', 'CAARUD'] }).filtres).toEqual({ type: 'CSAPA' })
  })

  it('coupent une recherche en huit mots au plus', () => {
    expect(wordsOf(' gaïa, porte   de la chapelle ')).toEqual(['gaïa', 'porte', 'de', 'la', 'chapelle'])
    expect(wordsOf('a b c d e f g h i j')).toHaveLength(8)
  })
})
