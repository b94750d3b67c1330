import { describe, expect, it } from 'vitest'
import { MAINTENANT } from '../../../tests/db/places/echelle'
import { recherches, SEJOUR } from '../../../tests/db/places/recherche-cas'
import {
  adresseBesoin,
  phraseRegle,
  rechercheBesoinSchema,
  regleDominante,
  regleRecherche,
  regleRechercheSchema,
} from './recherche'

describe('la première règle qui s’oppose à un besoin', () => {
  it.each(recherches.map((cas) => [cas.nom, cas] as const))('%s', (_, { faits, besoin, attendu }) => {
    expect(regleRecherche(faits, besoin, SEJOUR, MAINTENANT)).toEqual(attendu)
  })

  it('a chaque règle dans les cas partagés avec SQL', () => {
    expect(new Set(recherches.flatMap(({ attendu }) => attendu?.regle ?? []))).toEqual(
      new Set(regleRechercheSchema.options),
    )
  })

  it('se dit avec son heure, quand elle est à venir', () => {
    const fin = new Date('2026-11-24T11:00:00Z')
    expect(phraseRegle('OCCUPEE', fin, MAINTENANT)).toBe('Occupée jusqu’à mar. 24 nov., 12\u00A0h\u00A000')
    expect(phraseRegle('OCCUPEE', new Date('2026-11-23T10:00:00Z'), MAINTENANT)).toBe(
      'Occupée, fin prévue passée',
    )
    expect(phraseRegle('ANIMAUX', null, MAINTENANT)).toBe('Animaux non accueillis')
  })
})

describe('la cause à noter', () => {
  it.each([
    [
      'manque de place dès qu’une place conviendrait une fois libre',
      [
        ['ANIMAUX', 40],
        ['OCCUPEE', 2],
      ],
      'OCCUPEE',
    ],
    [
      'ce qui manque le plus, sinon',
      [
        ['ANIMAUX', 3],
        ['ACCESSIBILITE', 40],
      ],
      'ACCESSIBILITE',
    ],
    ['rien, quand il n’y avait aucune place à regarder', [], null],
  ] as const)('%s', (_, comptes, attendu) => {
    expect(regleDominante(comptes.map(([regle, nombre]) => ({ regle, nombre })))).toBe(attendu)
  })
})

describe('un besoin dans une adresse', () => {
  it('revient le même', () => {
    const besoin = rechercheBesoinSchema.parse({
      couple: 'oui',
      genre: 'FEMME',
      pourLe: '2026-12-01',
      departement: '93',
    })
    expect(besoin).toMatchObject({ personnes: 2, couple: true, pourLe: '2026-12-01' })
    expect(rechercheBesoinSchema.parse(adresseBesoin(besoin))).toEqual({ ...besoin, chercher: true })
  })

  it('laisse de côté ce qu’il ne comprend pas', () => {
    const besoin = rechercheBesoinSchema.parse({
      personnes: 'mille',
      genre: 'X',
      pourLe: '2026-02-31',
      departement: '13',
      type: ['URGENCE', 'HOTEL'],
      couple: 'non',
    })
    expect(adresseBesoin(besoin)).toEqual({ chercher: 'oui' })
  })
})
