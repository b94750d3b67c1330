import { describe, expect, it } from 'vitest'
import { civilDate } from '../commun/civil-date'
import { debutDesPassages, describePassages } from './couverture'

const cellule = {
  cellule: '891fb466257ffff',
  aNous: true,
  minutes: 20,
  passages: 3,
  derniereNuit: civilDate('2026-11-12'),
}

describe('la carte des passages', () => {
  it('remonte à quatre semaines', () => {
    expect(debutDesPassages(civilDate('2026-11-29'))).toBe('2026-11-01')
  })

  it.each([
    [cellule, /^Votre organisation : 3\spassages, le dernier le jeudi 12 novembre 2026/],
    [
      { ...cellule, aNous: false, passages: 1 },
      /^D’autres organisations, à 2 km près : 1\spassage, le dernier/,
    ],
  ])('dit de qui, combien et quand', (cell, expected) => {
    expect(describePassages(cell)).toMatch(expected)
  })
})
