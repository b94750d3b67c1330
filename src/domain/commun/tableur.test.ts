import { describe, expect, it } from 'vitest'
import { disarmFormula } from './tableur'

describe('un texte remis à un tableur', () => {
  it.each(['=1+1', '+33 1', '-1', '@SOMME(A1)', '\t=1', '\r=1', '＝1'])('%j est désarmé', (text) => {
    expect(disarmFormula(text)).toBe(`'${text}`)
  })

  it.each(['', 'Saint-Denis', '1-2', 'a=b', '’'])('%j reste tel quel', (text) => {
    expect(disarmFormula(text)).toBe(text)
  })
})
