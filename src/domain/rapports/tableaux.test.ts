import { describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { axeOf, protectFait } from './lecture'
import { findIndicateur } from './catalogue'
import { figureRecords, fileName, reportRecords } from './fichier'
import { chartOf } from './graphique'
import { parseDemande } from './demande'
import { buildSection, hasSecret, isEmpty, type Section } from './section'
import { layTables } from './tableaux'

const referentiel = { articles: [], dispositifs: [], structures: [], organisations: [] }
const seuils = { simple: 5, sante: 11 }

/** A section of contacts (or hours) from figures by commune, margins added up. */
// Every person met is a man of 30 to 39, known already.
const men = ['contacts', 'connus', 'hommes', 'autres-genres', 'age/DE_30_39', 'autres-ages']

function sectionOf(
  id: string,
  par: 'commune' | 'ept' | 'departement' | 'territoire',
  parCommune: Record<string, number>,
): Section {
  const indicateur = findIndicateur(id)
  if (!indicateur) throw new Error(id)
  const comptes = axeOf(indicateur.fait, referentiel).flatMap(({ cle, atomes }) => {
    const valeur = atomes.reduce((sum, atome) => sum + (parCommune[atome] ?? 0), 0)
    const colonnes = id === 'heures' ? ['heures'] : men
    return valeur === 0
      ? []
      : colonnes.map((colonne) => ({ ligne: cle, colonne, valeur, effectif: id === 'heures' ? 0 : valeur }))
  })
  return buildSection(
    indicateur,
    { par, departement: null },
    protectFait(indicateur.fait, referentiel, comptes, seuils),
  )
}

function secret({ lignes, cellules }: Section): readonly string[] {
  return lignes.filter((_, line) => cellules[line]?.includes('SECRET')).map(({ cle }) => cle)
}

const nombres = { '75118': 900, '75119': 41, '93066': 300, '93055': 12, '93014': 3, '93032': 8 }

describe('un tableau', () => {
  it('met 75 et 93 en face, par département, et réunit les chiffres coupés pareil', () => {
    const sections = [
      sectionOf('heures', 'departement', nombres),
      sectionOf('contacts', 'departement', nombres),
    ]
    const [bloc, ...others] = layTables(sections)
    expect(others).toEqual([])
    expect(bloc?.titre).toBe('Vue d’ensemble')
    expect(bloc?.tableaux[0]?.entetes.map(({ libelle }) => libelle)).toEqual([
      'Paris',
      'Seine-Saint-Denis',
      'Ensemble',
    ])
    expect(
      bloc?.tableaux[0]?.lignes.map(({ libelle, cases }) => [
        libelle,
        ...cases.map(({ cellule }) => cellule),
      ]),
    ).toEqual([
      ['Heures de maraude', 941, 323, 1264],
      ['Contacts', 941, 323, 1264],
    ])
  })

  it('range les communes de chaque département, chaque EPT au-dessus des siennes, les totaux en dernier', () => {
    const [bloc] = layTables([sectionOf('contacts', 'commune', nombres)])
    const [paris, seine, both] = bloc?.tableaux ?? []
    expect(paris?.lignes.map(({ cle }) => cle).slice(-3)).toEqual(['75119', '75120', '75'])
    expect(seine?.lignes.map(({ cle }) => cle).slice(0, 2)).toEqual(['ept:200057875', '93006'])
    expect(seine?.lignes).toHaveLength(39 + 4 + 1)
    expect(both?.lignes.map(({ cle }) => cle)).toEqual(['75', '93', 'ensemble'])
  })

  it('cache la commune de trois contacts, une autre de son EPT, et montre les totaux', () => {
    const section = sectionOf('contacts', 'commune', nombres)
    const shown = Object.fromEntries(
      section.lignes.map(({ cle }, line) => [cle, section.cellules[line]?.[0]]),
    )
    expect(shown).toMatchObject({
      '93014': 'SECRET',
      '93032': 'SECRET',
      '93066': 300,
      '93015': 0,
      '93': 323,
      ensemble: 1264,
    })
    expect(hasSecret(section)).toBe(true)
  })

  it('montre les mêmes cases secrètes quelle que soit la coupe', () => {
    const territoire = sectionOf('contacts', 'territoire', { ...nombres, '93032': 0, '93048': 9 })
    const ept = sectionOf('contacts', 'ept', { ...nombres, '93032': 0, '93048': 9 })
    expect(secret(territoire)).toContain('ept:200058790')
    expect(secret(ept)).toEqual(
      expect.arrayContaining(secret(territoire).filter((cle) => cle.startsWith('ept'))),
    )
  })

  it('sait qu’il est vide', () => {
    expect(isEmpty(sectionOf('contacts', 'commune', {}))).toBe(true)
    expect(chartOf(sectionOf('contacts', 'commune', {}))).toBeNull()
  })
})

describe('des barres', () => {
  it('vont de la plus longue à la plus courte, sans longueur pour un secret', () => {
    const chart = chartOf(sectionOf('contacts', 'commune', nombres))
    expect(chart?.rangees.map(({ cle, valeurs }) => [cle, ...valeurs])).toEqual([
      ['75118', 900],
      ['93066', 300],
      ['75119', 41],
      ['93055', 12],
      ['93014', 'SECRET'],
      ['93032', 'SECRET'],
    ])
    expect(chart?.max).toBe(900)
  })
})

describe('un fichier', () => {
  const lue = parseDemande(
    { indicateur: ['heures', 'contacts'], periode: '2026-T3', par: 'commune' },
    civilDate('2026-11-23'),
  )
  if (!lue.ok) throw new Error(lue.fautes.join())
  const sections = [
    sectionOf('heures', 'commune', { '75118': 10.25 }),
    sectionOf('contacts', 'commune', nombres),
  ]
  const calculeLe = new Date('2026-11-23T14:00:00Z')
  const records = [
    ...reportRecords({ demande: lue.demande, sections, organisation: null, calculeLe, seuils }),
  ]

  it('dit sa période, sa portée, ses définitions et leurs versions avant ses chiffres', () => {
    expect(records.slice(0, 4)).toEqual([
      ['Rapport Maillage', '3e trimestre 2026'],
      ['Nuits', 'du 01/07/2026 au 30/09/2026, de midi à midi, heure de Paris'],
      ['Portée', 'Toutes les organisations, Paris et Seine-Saint-Denis'],
      ['Calculé le', expect.stringContaining('23 novembre 2026')],
    ])
    expect(records[6]).toEqual([
      'Contacts',
      'version 1',
      expect.stringContaining('trois fois'),
      expect.any(String),
      expect.any(String),
      expect.any(String),
    ])
    expect(records[7]).toEqual([])
  })

  it('écrit les nombres avec une virgule, et le secret en toutes lettres', () => {
    expect(records).toContainEqual([
      'Heures de maraude',
      '1',
      'heures',
      'Heures de maraude',
      'Commune',
      '75118',
      'Paris 18e',
      '10,3',
    ])
    expect(records).toContainEqual([
      'Contacts',
      '1',
      'contacts',
      'Contacts',
      'Commune',
      '93014',
      'Clichy-sous-Bois',
      'secret statistique',
    ])
    expect(records).toContainEqual([
      'Contacts',
      '1',
      'contacts',
      'Contacts',
      'Ensemble',
      'ensemble',
      'Ensemble',
      '1264',
    ])
  })

  it('donne à chaque colonne son unité : un compte de réponses n’est pas en heures', () => {
    const indicateur = findIndicateur('delai-reponse')
    if (!indicateur) throw new Error('delai-reponse')
    const lecture = protectFait(indicateur.fait, referentiel, [], seuils)
    const section = buildSection(indicateur, { par: 'trajet', departement: null }, lecture)
    const [reponses, quart] = [...figureRecords(section)]
    expect([reponses?.slice(2, 4), quart?.slice(2, 4)]).toEqual([
      ['orientations', 'Premières réponses'],
      ['heures', 'Premier quart'],
    ])
    expect(layTables([section])[0]?.tableaux[0]?.lignes.map(({ libelle }) => libelle)).toEqual([
      'Premières réponses',
      'Premier quart, en heures',
      'Médiane, en heures',
      'Dernier quart, en heures',
    ])
  })

  it('porte un nom simple', () => {
    expect(fileName(lue.demande)).toBe('maillage-rapport-2026-T3-commune.csv')
  })
})
