import { describe, expect, it } from 'vitest'
import { echelle, MAINTENANT } from '../../../tests/db/places/echelle'
import { etatPlace, isOverrun, statutPlaceSchema } from './disponibilite'

describe('l’état d’une place', () => {
  it.each(echelle.map((cas) => [cas.nom, cas] as const))('%s', (_, { faits, attendu }) => {
    expect(etatPlace(faits, MAINTENANT)).toEqual(attendu)
  })

  it('a chaque barreau de l’échelle dans les cas partagés avec SQL', () => {
    expect(new Set(echelle.map(({ attendu }) => attendu.statut))).toEqual(new Set(statutPlaceSchema.options))
  })

  it('dit quand la fin prévue est dépassée', () => {
    const depasses = echelle.filter(({ attendu }) => isOverrun(attendu, MAINTENANT)).map(({ nom }) => nom)
    expect(depasses).toEqual(['séjour dont la fin est passée sans départ : toujours occupée'])
  })
})
