import { describe, expect, it } from 'vitest'
import {
  type Besoin,
  besoinSimple,
  type Offre,
  rankPlaces,
  phrasesEligibilite,
  regleBloquante,
  reglesEligibilite,
} from './convient'
import type { StatutPlace } from './disponibilite'

const place: Offre = { couchages: 1, public: 'MIXTE', couple: false, animaux: false, plainPied: false }
const chambreDouble: Offre = { ...place, couchages: 2, couple: true }

describe('une place convient', () => {
  it.each<[string, Partial<Offre>, Partial<Besoin>, string | null]>([
    ['à une personne seule', {}, {}, null],
    ['pas à deux personnes quand il y a un couchage', {}, { personnes: 2 }, 'COUCHAGES'],
    [
      'pas à un couple dans une chambre de deux lits',
      { couchages: 2 },
      { personnes: 2, couple: true },
      'COUPLE',
    ],
    ['à un couple dans une chambre de couple', chambreDouble, { personnes: 2, couple: true }, null],
    ['à deux amis dans une chambre de deux lits', { couchages: 2 }, { personnes: 2 }, null],
    ['pas à un homme, réservée aux femmes', { public: 'FEMMES' }, { genre: 'HOMME' }, 'PUBLIC_FEMMES'],
    [
      'pas à un homme trans, réservée aux femmes',
      { public: 'FEMMES' },
      { genre: 'HOMME_TRANS' },
      'PUBLIC_FEMMES',
    ],
    ['à une femme trans, réservée aux femmes', { public: 'FEMMES' }, { genre: 'FEMME_TRANS' }, null],
    [
      'à une personne non binaire, réservée aux femmes : l’équipe en décide',
      { public: 'FEMMES' },
      { genre: 'NON_BINAIRE' },
      null,
    ],
    ['pas à une femme, réservée aux hommes', { public: 'HOMMES' }, { genre: 'FEMME' }, 'PUBLIC_HOMMES'],
    [
      'pas à qui veut un lieu pour femmes, mixte',
      {},
      { genre: 'FEMME', femmesSeulement: true },
      'FEMMES_SEULEMENT',
    ],
    ['à qui veut un lieu pour femmes', { public: 'FEMMES' }, { genre: 'FEMME', femmesSeulement: true }, null],
    ['pas avec un chien', {}, { animaux: true }, 'ANIMAUX'],
    ['avec un chien', { animaux: true }, { animaux: true }, null],
    ['pas en fauteuil', {}, { mobilite: true }, 'ACCESSIBILITE'],
    ['en fauteuil, de plain-pied', { plainPied: true }, { mobilite: true }, null],
    ['et dit la première raison seulement', {}, { personnes: 2, animaux: true }, 'COUCHAGES'],
  ])('%s', (_, offre, demande, regle) => {
    expect(regleBloquante({ ...place, ...offre }, { ...besoinSimple, ...demande })).toBe(regle)
  })

  it('dit pourquoi non en toutes lettres', () => {
    expect(Object.keys(phrasesEligibilite)).toEqual([...reglesEligibilite])
  })
})

const lit = (id: string, offre: Partial<Offre> = {}, statut: StatutPlace = 'LIBRE') => ({
  ...place,
  id,
  statut,
  ...offre,
})

const order = (places: readonly ReturnType<typeof lit>[], demande: Partial<Besoin> = {}) =>
  rankPlaces(places, { ...besoinSimple, ...demande }).map(({ id }) => id)

describe('le choix', () => {
  it('garde les places rares pour qui en a besoin', () => {
    const places = [
      lit('tout', { ...chambreDouble, plainPied: true, animaux: true, public: 'FEMMES' }),
      lit('chien', { animaux: true }),
      lit('simple'),
    ]
    expect(order(places)).toEqual(['simple', 'chien', 'tout'])
    expect(order(places, { animaux: true })).toEqual(['chien', 'tout', 'simple'])
  })

  it('donne d’abord ce qui est libre, puis ce qui est à préparer, puis ce qui va se libérer', () => {
    const places = [lit('part demain', {}, 'OCCUPEE'), lit('à préparer', {}, 'A_PREPARER'), lit('libre')]
    expect(order(places)).toEqual(['libre', 'à préparer', 'part demain'])
  })

  it('met à la fin, avec sa raison, ce qui ne convient pas', () => {
    const [, dernier] = rankPlaces([lit('homme', { public: 'HOMMES' }), lit('mixte')], {
      ...besoinSimple,
      genre: 'FEMME',
    })
    expect(dernier).toMatchObject({ id: 'homme', blocage: 'PUBLIC_HOMMES' })
  })
})
