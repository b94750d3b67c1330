import { describe, expect, it } from 'vitest'
import type { Repere } from './axes'
import { chartOf } from './graphique'
import type { Section } from './section'

const ligne: Repere = { cle: '93>75', libelle: '93 → 75', niveau: 'TRAJET', departement: null, ept: null }
const delais: Section = {
  indicateur: 'delai-reponse',
  dimension: 'trajet',
  colonnes: [
    { cle: 'reponse', libelle: 'Premières réponses', profondeur: 0, decimales: 0 },
    { cle: 'reponse/q1', libelle: 'Premier quart', profondeur: 1 },
    { cle: 'reponse/mediane', libelle: 'Médiane', profondeur: 1 },
  ],
  lignes: [ligne],
  cellules: [[26, 68.3, 114.9]],
}

describe('un graphique', () => {
  it('ne met pas un compte de réponses à l’échelle des heures attendues', () => {
    const graphique = chartOf(delais)
    expect(graphique?.series).toEqual(['Premier quart', 'Médiane'])
    expect(graphique?.rangees.map(({ valeurs }) => valeurs)).toEqual([[68.3, 114.9]])
  })

  it('n’existe pas quand tout y est secret', () => {
    expect(chartOf({ ...delais, cellules: [['SECRET', 'SECRET', 'SECRET']] })).toBeNull()
  })

  it('met sous son total une part qui est seule : « dont femmes » n’est pas le chiffre', () => {
    const passages: Section = {
      indicateur: 'passages-repos',
      dimension: 'departement',
      colonnes: [
        { cle: 'passages', libelle: 'Passages', profondeur: 0 },
        { cle: 'femmes', libelle: 'Dont femmes', profondeur: 1 },
      ],
      lignes: [{ ...ligne, cle: '75', libelle: 'Paris', niveau: 'DEPARTEMENT', departement: '75' }],
      cellules: [[2088, 521]],
    }
    expect(chartOf(passages)?.rangees.map(({ libelle, valeurs }) => [libelle, valeurs])).toEqual([
      ['Passages', [2088]],
      ['Dont femmes', [521]],
    ])
  })

  it('ne choisit pas une part parmi plusieurs : le total seul, ou rien quand il n’y en a pas', () => {
    const parts = ['Médecin', 'Droits', 'Papiers', 'Logement']
    const lignes: Section['lignes'] = [{ ...ligne, cle: 'gaia', libelle: 'Gaïa', niveau: 'ORGANISATION' }]
    const organisation = { ...delais, dimension: 'organisation', lignes } as const
    const total = { cle: 'demarches', libelle: 'Démarches', profondeur: 0 } as const
    const demarches: Section = {
      ...organisation,
      colonnes: [total, ...parts.map((libelle) => ({ cle: libelle, libelle, profondeur: 1 as const }))],
      cellules: [[14, 5, 4, 3, 2]],
    }
    expect(chartOf(demarches)).toMatchObject({ series: ['Démarches'], rangees: [{ valeurs: [14] }] })
    const acquis: Section = {
      ...organisation,
      colonnes: parts.map((libelle) => ({ cle: libelle, libelle, profondeur: 0 as const })),
      cellules: [[5, 4, 3, 2]],
    }
    expect(chartOf(acquis)).toBeNull()
  })

  it('dessine encore un chiffre seul, quel que soit son arrondi', () => {
    const seul = { ...delais, colonnes: delais.colonnes.slice(0, 1), cellules: [[26]] }
    expect(chartOf(seul)?.rangees.map(({ valeurs }) => valeurs)).toEqual([[26]])
  })
})
