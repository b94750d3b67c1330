import { describe, expect, it } from 'vitest'
import { bilanDe, type MaraudeDuJour } from './journee'

const stop = {
  lieu: 'Porte de la Chapelle',
  mediations: 1,
  rencontres: [
    { genre: 'FEMME', connus: 1, nouveaux: 1 },
    { genre: 'HOMME', connus: 3, nouveaux: 0 },
  ],
  materiel: [
    { libelle: 'Embout', sens: 'DONNE', quantite: 4 },
    { libelle: 'Pipe usagée', sens: 'RECUPERE', quantite: 2 },
    { libelle: 'TROD VIH', sens: 'REALISE', quantite: 1 },
  ],
  besoins: [
    { kind: 'DORMIR', personnes: 2, reponse: 'SANS_REPONSE', cause: 'PAS_DE_PLACE' },
    { kind: 'MANGER', personnes: 1, reponse: 'REPONDU', cause: null },
  ],
  incidents: [{ kind: 'NALOXONE', personnes: 1, doses: 2 }],
} as const

function round(change: Partial<MaraudeDuJour> = {}): MaraudeDuJour {
  return {
    id: 'a',
    equipe: 'Chapelle',
    secteur: 'Paris 18e',
    effectif: 3,
    partenaires: ['Aurore'],
    debut: new Date('2026-11-23T19:00:00Z'),
    fin: new Date('2026-11-23T22:00:00Z'),
    transmission: null,
    arrets: [stop, stop],
    ...change,
  }
}

describe('le bilan d’une journée', () => {
  const bilan = bilanDe([round(), round({ fin: null, arrets: [stop], partenaires: ['Aurore', 'Gaïa'] })])

  it('additionne les maraudes, les arrêts et les personnes', () => {
    expect(bilan).toMatchObject({
      maraudes: 2,
      arrets: 3,
      personnes: 15,
      nouvelles: 3,
      femmes: 6,
      mediations: 3,
    })
  })

  it('ne compte d’heures que pour une maraude finie', () => {
    expect(bilan.minutes).toBe(180)
  })

  it('range le matériel, les incidents et les partenaires par ligne', () => {
    expect(bilan.donne).toEqual([{ cle: 'Embout', nombre: 12 }])
    expect(bilan.recupere).toEqual([{ cle: 'Pipe usagée', nombre: 6 }])
    expect(bilan.realise).toEqual([{ cle: 'TROD VIH', nombre: 3 }])
    expect(bilan.incidents).toEqual([{ cle: 'NALOXONE', nombre: 3, doses: 6 }])
    expect(bilan.partenaires).toEqual([
      { cle: 'Aurore', nombre: 2 },
      { cle: 'Gaïa', nombre: 1 },
    ])
  })

  it('garde chaque besoin sans réponse avec sa cause', () => {
    expect(bilan.besoinsSansReponse).toEqual([{ kind: 'DORMIR', cause: 'PAS_DE_PLACE', personnes: 6 }])
  })

  it('d’une nuit sans maraude est à zéro', () => {
    expect(bilanDe([])).toMatchObject({ maraudes: 0, personnes: 0, minutes: 0, donne: [], incidents: [] })
  })
})
