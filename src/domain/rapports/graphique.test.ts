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

  it('dessine encore un chiffre seul, quel que soit son arrondi', () => {
    const seul = { ...delais, colonnes: delais.colonnes.slice(0, 1), cellules: [[26]] }
    expect(chartOf(seul)?.rangees.map(({ valeurs }) => valeurs)).toEqual([[26]])
  })
})
