import { describe, expect, it } from 'vitest'
import { type PresetRegleSejour, presetsRegleSejour, regleEnTexte } from './regles-sejour'

describe('une règle de séjour en toutes lettres', () => {
  const cases: [PresetRegleSejour, string][] = [
    ['abri', 'une nuit, sans renouvellement'],
    ['crise', '13 jours au plus'],
    ['urgence', 'une nuit'],
    ['continu', '21 jours au plus, point d’étape tous les 7 jours, fin annoncée 3 jours avant'],
    ['home', '3 mois au plus'],
    ['pavillon', '18 mois au moins, point d’étape tous les 3 mois'],
    ['convention', 'durée fixée par convention, point d’étape tous les 30 jours'],
  ]
  it.each(cases)('%s', (preset, text) => {
    expect(regleEnTexte(presetsRegleSejour[preset]).join(', ').replaceAll('\u00a0', ' ')).toBe(text)
  })
})
