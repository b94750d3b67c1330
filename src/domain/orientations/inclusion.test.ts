import { describe, expect, it } from 'vitest'
import { LIGNES_MAX, lireInclusion } from './inclusion'

describe('une inclusion en nombre', () => {
  it('lit un code, un profil, et leurs besoins, une personne par ligne', () => {
    const { lignes, fautes } = lireInclusion(
      'k7-pq3\n\nF 30-39 ; animal\nh;60+;plain-pied\nFT ? femmes couple',
    )
    expect(fautes).toEqual([])
    expect(lignes).toMatchObject([
      { numero: 1, code: 'K7-PQ3', genre: null },
      { numero: 3, code: null, genre: 'FEMME', trancheAge: 'DE_30_39', animaux: true },
      { numero: 4, genre: 'HOMME', trancheAge: 'PLUS_60', mobilite: true },
      { numero: 5, genre: 'FEMME_TRANS', trancheAge: 'INCONNUE', couple: true, femmesSeulement: true },
    ])
  })

  it.each([
    ['un prénom', 'Marie 30-39', /« marie » n’est pas compris/],
    ['un mineur', 'F 15-17', /« 15-17 » n’est pas compris/],
    ['un âge sans genre', '30-39', /manque un code, ou un genre/],
    ['un genre sans âge', 'F', /manque une tranche d’âge/],
    ['un code avec un profil', 'K7-PQ3 F 30-39', /pas les deux/],
  ])('garde %s à la ligne où il est, et dit quoi faire', (_, texte, faute) => {
    const { lignes, fautes } = lireInclusion(`H 25-29\n${texte}`)
    expect(lignes).toHaveLength(1)
    expect(fautes).toEqual([{ numero: 2, texte, faute: expect.stringMatching(faute) }])
  })

  it('trouve un code écrit deux fois', () => {
    const { lignes, fautes } = lireInclusion('K7-PQ3\nk7-pq3')
    expect(lignes).toHaveLength(1)
    expect(fautes).toMatchObject([{ numero: 2, faute: 'Même code qu’à la ligne 1' }])
  })

  it('s’arrête au nombre de lignes prévu, et garde les autres', () => {
    const { lignes, fautes } = lireInclusion(
      Array.from({ length: LIGNES_MAX + 3 }, () => 'H 25-29').join('\n'),
    )
    expect([lignes.length, fautes.length]).toEqual([LIGNES_MAX, 3])
  })
})
