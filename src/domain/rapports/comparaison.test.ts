import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { findPinned, sensitivePairs } from '../../../tests/rapports/attaque'
import { moisAleatoires } from '../../../tests/rapports/tableaux-aleatoires'
import { findIndicateur } from './catalogue'
import { figureRecords } from './fichier'
import { chartOf } from './graphique'
import { axeOf, type Lecture, protectFait } from './lecture'
import { protect, protectBeside } from './petits-effectifs'
import { besideEarlier, besideKey, type Recoupement } from './recoupement'
import { buildSection } from './section'
import { cellKey, type TableauBrut } from './tableau-brut'
import { ecartOf, layTables } from './tableaux'

const juillet = { du: civilDate('2026-07-01'), au: civilDate('2026-07-31') }
const aout = { du: civilDate('2026-08-01'), au: civilDate('2026-08-31') }
const deux = { du: juillet.du, au: aout.au }

function shownOf({ lignes, colonnes }: TableauBrut, secretes: ReadonlySet<string>): ReadonlySet<string> {
  const cles = lignes
    .filter(({ publie }) => publie)
    .flatMap((ligne) => colonnes.filter(({ publie }) => publie).map(({ cle }) => cellKey(ligne.cle, cle)))
  return new Set(cles.filter((cle) => !secretes.has(cle)))
}

function countIn(build: (mois: readonly number[]) => TableauBrut, mois: readonly number[]) {
  const { lignes, colonnes, read } = build(mois)
  return lignes.flatMap(({ cle: ligne }) =>
    colonnes.map(({ cle: colonne }) => ({ ligne, colonne, ...read(ligne, colonne) })),
  )
}

/** A file of two months was handed over; a screen then sets August beside July. */
function compare(build: (mois: readonly number[]) => TableauBrut) {
  const secretes = protect(build([0, 1]))
  const remis = {
    nuits: deux,
    comptes: countIn(build, [0, 1]),
    secretes,
    montrees: shownOf(build([0, 1]), secretes),
  }
  const july = { nuits: juillet, comptes: countIn(build, [0]) }
  const august = { nuits: aout, comptes: countIn(build, [1]) }
  const both: Recoupement = { nuits: aout, anciens: [remis], restes: [], cote: july }
  const attacked = besideEarlier(build([1]), both)
  const pinnedWith = (secrets: Iterable<string>) =>
    findPinned(attacked, new Set([...[...secretes].map((cle) => `avant 0 ${cle}`), ...secrets]))
  return {
    // When all is hidden, what the file showed gives some large cells back: only the small ones tell of somebody.
    small: new Set(sensitivePairs(attacked).map(([ligne, colonne]) => cellKey(ligne, colonne))),
    together: () => pinnedWith(protectBeside(build([1]), both)),
    apart: () =>
      pinnedWith([
        ...protectBeside(build([1]), { nuits: aout, anciens: [remis], restes: [july] }),
        ...[...protectBeside(build([0]), { nuits: juillet, anciens: [remis], restes: [august] })].map(
          besideKey,
        ),
      ]),
  }
}

describe('deux périodes côte à côte, après un fichier qui les couvre', () => {
  it('ne rendent aucune case secrète, même au solveur linéaire', () => {
    fc.assert(
      fc.property(moisAleatoires, ({ build }) => {
        const { together, small } = compare(build)
        expect(together().filter((cle) => small.has(cle))).toEqual([])
      }),
      { numRuns: 16, seed: 2026 },
    )
  }, 240_000)

  it('en rendent quand chacune n’est protégée que du fichier : le solveur le voit', () => {
    const broken = fc.sample(moisAleatoires, { numRuns: 16, seed: 93 }).filter(({ build }) => {
      const { apart, small } = compare(build)
      return apart().some((cle) => small.has(cle))
    })
    expect(broken.length).toBeGreaterThan(0)
  }, 240_000)
})

const referentiel = { articles: [], dispositifs: [], structures: [], organisations: [] }
const seuils = { simple: 5, sante: 11 }
const indicateur = (() => {
  const found = findIndicateur('contacts')
  if (!found) throw new Error('contacts')
  return found
})()
const hommes = ['contacts', 'connus', 'hommes', 'autres-genres', 'age/DE_30_39', 'autres-ages']

function lectureOf(parCommune: Readonly<Record<string, number>>): Lecture {
  const comptes = axeOf(indicateur.fait, referentiel).flatMap(({ cle: ligne, atomes }) => {
    const valeur = atomes.reduce((sum, atome) => sum + (parCommune[atome] ?? 0), 0)
    return valeur === 0 ? [] : hommes.map((colonne) => ({ ligne, colonne, valeur, effectif: valeur }))
  })
  return protectFait(indicateur.fait, referentiel, comptes, seuils)
}

describe('un rapport à côté de la période d’avant', () => {
  const maintenant = lectureOf({ '75118': 900, '93066': 300, '93055': 3, '93032': 40 })
  const avant = lectureOf({ '75118': 850, '93066': 320, '93055': 40, '93032': 3 })
  const section = buildSection(indicateur, { par: 'commune', departement: null }, maintenant, avant)
  const bySite = new Map(
    section.lignes.map(({ cle }, line) => [cle, [section.avant?.[line]?.[0], section.cellules[line]?.[0]]]),
  )

  it('a les deux chiffres de chaque lieu, et le secret de chaque période', () => {
    expect(bySite.get('75118')).toEqual([850, 900])
    expect(bySite.get('93055')?.[1]).toBe('SECRET')
    expect(bySite.get('93032')?.[0]).toBe('SECRET')
    expect(bySite.get('93')).toEqual([363, 343])
  })

  it('dessine deux barres par lieu, sans longueur pour un secret', () => {
    const chart = chartOf(section)
    expect(chart?.series).toEqual(['Cette période', 'La période d’avant'])
    expect(chart?.rangees[0]).toMatchObject({ cle: '75118', valeurs: [900, 850] })
    expect(chart?.rangees.find(({ cle }) => cle === '93055')?.valeurs[0]).toBe('SECRET')
  })

  it('écrit les deux périodes et leur écart dans le fichier, sans rien dire d’un secret', () => {
    const records = [...figureRecords(section)]
    expect(records.find((record) => record[5] === '75118')?.slice(7)).toEqual(['900', '850', '50'])
    expect(records.find((record) => record[5] === '93055')?.at(-1)).toBe('secret statistique')
  })
})

describe('75 et 93 face à face', () => {
  const section = buildSection(
    indicateur,
    { par: 'departement', departement: null },
    lectureOf({ '75118': 900, '93066': 300, '93055': 3 }),
  )

  it('ont leur écart à côté d’eux', () => {
    const [bloc] = layTables([section], 'DEPARTEMENTS')
    const [ligne] = bloc?.tableaux[0]?.lignes ?? []
    expect(bloc?.tableaux[0]?.entetes.at(-1)?.libelle).toBe('Écart, 93 moins 75')
    expect(ligne?.cases.map(({ cellule }) => cellule)).toEqual([900, 303, 1203, -597])
  })

  it.each([
    [10, 4, -6],
    ['SECRET', 4, 'SECRET'],
    [4, 'SECRET', 'SECRET'],
    ['SANS_OBJET', 4, 'SANS_OBJET'],
    ['SANS_OBJET', 'SECRET', 'SECRET'],
  ] as const)('de %s à %s, l’écart est %s', (from, to, expected) => {
    expect(ecartOf(from, to)).toBe(expected)
  })
})
