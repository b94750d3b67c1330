import { describe, expect, it } from 'vitest'
import { filtreSejoursSchema, writeCurseurSejour } from './sejours'

const id = '01900000-0000-7000-8000-000000000001'

describe('la suite de la liste des séjours', () => {
  it.each([[{ urgence: 2, fin: '2026-11-23T11:00:00.000Z', id }], [{ urgence: 0, fin: null, id }]])(
    'se relit de l’adresse telle qu’elle y fut écrite : %o',
    (curseur) => {
      expect(filtreSejoursSchema.parse({ apres: writeCurseurSejour(curseur) }).apres).toEqual(curseur)
    },
  )

  it.each(['', 'n’importe quoi', `9_sans-fin_${id}`, `1_demain_${id}`, '1_sans-fin_1'])(
    'est le début quand l’adresse dit « %s »',
    (apres) => {
      expect(filtreSejoursSchema.parse({ apres, etat: 'autre' })).toEqual({ etat: 'tous', apres: undefined })
    },
  )
})
