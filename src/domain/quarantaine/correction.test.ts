import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpsCorrige, fautesDe, texteDe } from './correction'
import { formeDe } from './forme'
import { type Corps, lignesDe } from './lignes'

const id = '01931f6a-0000-7000-8000-000000000001'
const arret: Corps = {
  maraudeId: id,
  communeCode: '13055',
  lieu: 'Porte de la Chapelle',
  arrivee: '2026-11-23T18:30:25.000Z',
  nom: 'Quelqu’un',
  rencontres: [
    { genre: 'FEMME', trancheAge: 'DE_18_24', situation: 'ISOLEE', connus: -1, nouveaux: 3 },
    { genre: 'HOMME', trancheAge: 'DE_30_39', situation: 'ISOLEE', connus: 2, nouveaux: 0 },
  ],
  materiel: [{ article: 'inconnu', sens: 'DONNE', quantite: 1 }],
}

describe('un fait refusé', () => {
  it('se lit en mots, champ par champ, ce qui est hors des listes compris', () => {
    const lignes = Object.fromEntries(lignesDe('arret.noter', arret).map(({ cle, detail }) => [cle, detail]))
    expect(lignes).toMatchObject({
      communeCode: '13055 (hors de la liste)',
      lieu: 'Porte de la Chapelle',
      'rencontres.0': 'Femme · 18-24 · Seule · connues : -1 · nouvelles : 3',
      'materiel.0': 'inconnu (hors de la liste) · Donné · quantité : 1',
      nom: 'non lu',
    })
  })

  it('d’une sorte inconnue se dit illisible', () => {
    expect(lignesDe('arret.effacer', arret)).toEqual([
      { cle: 'kind', terme: 'Contenu', detail: 'illisible par cette version de Maillage' },
    ])
  })

  it('se lit quoi que contienne son corps', () => {
    const kinds = ['maraude.ouvrir', 'arret.noter', 'arret.corriger', 'maraude.clore', 'place.demander']
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.dictionary(fc.string(), fc.jsonValue()), (kind, corps) => {
        const mixed: Corps = {
          ...Object.fromEntries(champsDe(kind).map((nom) => [nom, corps[nom] ?? [corps]])),
          ...corps,
        }
        for (const { detail } of lignesDe(kind, mixed)) expect(detail).toBeTypeOf('string')
        fautesDe(kind, id, corpsCorrige(kind, mixed, {}))
      }),
    )
  })
})

function champsDe(kind: string): string[] {
  const forme = formeDe(kind)
  return forme === null ? [] : [...forme.champs, ...forme.groupes].map(({ nom }) => nom)
}

describe('une correction', () => {
  it('change ce qui est saisi, retire ce qui est retiré, garde le reste au plus près', () => {
    const corrige = corpsCorrige('arret.noter', arret, {
      communeCode: '75118',
      arrivee: '23/11/2026 19:30',
      'rencontres.0.connus': '1',
      'retirer.materiel.0': 'on',
    })
    expect(corrige).toMatchObject({
      maraudeId: id,
      communeCode: '75118',
      arrivee: '2026-11-23T18:30:25.000Z',
      rencontres: [{ connus: 1, nouveaux: 3 }, { connus: 2 }],
      materiel: [],
    })
    expect(corrige).not.toHaveProperty('nom')
    expect(fautesDe('arret.noter', id, corrige)).toEqual({})
  })

  it.each([
    ['23/11/2026 22:15', '2026-11-23T21:15:00.000Z'],
    ['23/11/2026 22h15', '2026-11-23T21:15:00.000Z'],
    ['1/7/2026 9:05', '1/7/2026 9:05'],
    ['32/11/2026 22:15', '32/11/2026 22:15'],
    ['demain', 'demain'],
  ])('lit une heure de Paris : %s', (text, lu) => {
    expect(corpsCorrige('maraude.clore', { maraudeId: id }, { fin: text })).toMatchObject({ fin: lu })
  })

  it('nomme chaque champ encore faux', () => {
    expect(fautesDe('arret.noter', id, arret)).toMatchObject({
      communeCode: 'Commune inconnue à Paris et en Seine-Saint-Denis',
      'rencontres.0.connus': 'Personnes connues : un nombre entier de 0 à 500',
    })
    expect(fautesDe('maraude.clore', id, { maraudeId: id, fin: 'demain' })).toEqual({
      fin: 'Fin : date et heure attendues',
    })
  })

  it('écrit dans le champ ce qui est lisible, et rien d’une année absurde', () => {
    const debut = formeDe('maraude.ouvrir')?.champs.find(({ nom }) => nom === 'debut')
    if (debut === undefined) throw new Error('champ attendu')
    expect(texteDe(debut, '2026-11-23T21:15:00.000Z')).toBe('23/11/2026 22:15')
    expect(texteDe(debut, '1970-01-01T00:00:00.000Z')).toBe('')
  })
})
