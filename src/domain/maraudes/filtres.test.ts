import { describe, expect, it } from 'vitest'
import { readFiltresMaraudes, sansFiltre, writeFiltresMaraudes } from './filtres'

describe('les filtres des maraudes', () => {
  it('se lisent dans l’adresse et s’y récrivent', () => {
    const question = { secteur: '75118', statut: 'CLOSE', du: '2026-11-01', au: '2026-11-23' }
    expect(writeFiltresMaraudes(readFiltresMaraudes(question))).toEqual(question)
  })

  it('n’importe quoi ne filtre rien', () => {
    const nonsense = { secteur: '13055', statut: ['CLOSE'], du: 'hier', au: '2026-02-30' }
    expect(readFiltresMaraudes(nonsense)).toEqual(sansFiltre)
    expect(writeFiltresMaraudes(sansFiltre)).toEqual({})
  })
})
