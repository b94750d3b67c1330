import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { findPinned } from '../../../tests/rapports/attaque'
import { moisAleatoires } from '../../../tests/rapports/tableaux-aleatoires'
import type { Nuits } from './nuits'
import { protect, protectBeside } from './petits-effectifs'
import { besideEarlier, type Recoupement, windowsLeft } from './recoupement'
import { cellKey, type TableauBrut } from './tableau-brut'

const limits = ['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'] as const
const lasts = ['2026-07-31', '2026-08-31', '2026-09-30'] as const

function nightsOf(mois: readonly number[]): Nuits {
  return {
    du: civilDate(limits[mois[0] ?? 0] ?? limits[0]),
    au: civilDate(lasts[mois.at(-1) ?? 0] ?? lasts[0]),
  }
}

function monthsIn({ du, au }: Nuits): readonly number[] {
  return [0, 1, 2].filter((mois) => (limits[mois] ?? '') >= du && (lasts[mois] ?? '') <= au)
}

function cellsOf({ lignes, colonnes, read }: TableauBrut) {
  return lignes.flatMap(({ cle: ligne, publie }) =>
    colonnes.map((colonne) => ({
      cle: cellKey(ligne, colonne.cle),
      publie: publie && colonne.publie,
      compte: { ligne, colonne: colonne.cle, ...read(ligne, colonne.cle) },
    })),
  )
}

/** A first file, then a report of other nights. */
function follow(
  build: (mois: readonly number[]) => TableauBrut,
  avant: readonly number[],
  apres: readonly number[],
) {
  const countIn = (nuits: Nuits) => ({
    nuits,
    comptes: cellsOf(build(monthsIn(nuits))).map(({ compte }) => compte),
  })
  const first = build(avant)
  const secretes = protect(first)
  const montrees = new Set(
    cellsOf(first)
      .filter(({ cle, publie }) => publie && !secretes.has(cle))
      .map(({ cle }) => cle),
  )
  const nuits = nightsOf(apres)
  const recoupement: Recoupement = {
    nuits,
    anciens: [{ ...countIn(nightsOf(avant)), montrees, secretes }],
    restes: windowsLeft([nuits, nightsOf(avant)]).map(countIn),
  }
  const tableau = build(apres)
  const both = besideEarlier(tableau, recoupement)
  const before = [...secretes].map((cle) => `avant 0 ${cle}`)
  const pinnedWith = (secrets: ReadonlySet<string>) => findPinned(both, new Set([...before, ...secrets]))
  return { tableau, recoupement, pinnedWith }
}

const suites = [
  ['deux mois, puis le trimestre', [0, 1], [0, 1, 2]],
  ['le trimestre, puis deux de ses mois', [0, 1, 2], [1, 2]],
  ['deux périodes qui se croisent', [0, 1], [1, 2]],
] as const

describe('deux fichiers de périodes qui se recouvrent', () => {
  it.each(suites)(
    '(%s) ne rendent ensemble aucune case secrète, ni aucune petite différence, au solveur linéaire',
    (_, avant, apres) => {
      fc.assert(
        fc.property(moisAleatoires, ({ build }) => {
          const { tableau, recoupement, pinnedWith } = follow(build, avant, apres)
          expect(pinnedWith(protectBeside(tableau, recoupement))).toEqual([])
        }),
        { numRuns: 8, seed: 2026 },
      )
    },
    240_000,
  )

  it('rendent des cases quand chacun n’est protégé que pour lui-même : le solveur le voit', () => {
    const broken = fc.sample(moisAleatoires, { numRuns: 12, seed: 93 }).filter(({ build }) => {
      const { tableau, pinnedWith } = follow(build, [0, 1], [0, 1, 2])
      return pinnedWith(protect(tableau)).length > 0
    })
    expect(broken.length).toBeGreaterThan(2)
  }, 240_000)

  it('cachent une grande case quand ce qui la sépare du premier fichier est petit', () => {
    const { tableau, recoupement } = follow(fixed, [0], [0, 1, 2])
    expect([...protect(tableau)]).toEqual([])
    expect(protectBeside(tableau, recoupement)).toContain(cellKey('a', 'contacts'))
  })

  it('cachent tout ce qui n’est pas nul quand le premier ne laisse aucun autre tableau possible', () => {
    const { tableau, recoupement } = follow(fixed, [0, 1, 2], [0, 1, 2])
    const [quarter] = recoupement.anciens
    if (!quarter) throw new Error('Un fichier est remis.')
    const shown = new Set([...quarter.montrees].filter((cle) => cle !== cellKey('a', 'contacts')))
    const planted = { ...quarter, montrees: shown, secretes: new Set([cellKey('a', 'contacts')]) }
    expect(protectBeside(tableau, { ...recoupement, anciens: [planted] }).size).toBe(4)
  })
})

/** Three places and their total, three months: all is large but what the last two months add to « a ». */
function fixed(mois: readonly number[]): TableauBrut {
  const nombres: Readonly<Record<string, readonly number[]>> = {
    a: [20, 1, 1],
    b: [30, 20, 20],
    c: [40, 20, 20],
  }
  const atomes = Object.keys(nombres)
  const sum = (cle: string) =>
    (cle === 'total' ? atomes : [cle])
      .flatMap((atome) => mois.map((each) => nombres[atome]?.[each] ?? 0))
      .reduce((total, nombre) => total + nombre, 0)
  return {
    lignes: [
      { cle: 'total', atomes, poids: 100, publie: true },
      ...atomes.map((atome) => ({ cle: atome, atomes: [atome], poids: 1, publie: true })),
    ],
    colonnes: [{ cle: 'contacts', atomes: ['x'], poids: 1, publie: true, seuil: 5 }],
    read: (ligne) => ({ valeur: sum(ligne), effectif: sum(ligne) }),
  }
}

describe('les nuits qu’une soustraction donne', () => {
  const july = nightsOf([0])
  const august = nightsOf([1])
  const quarter = nightsOf([0, 1, 2])

  it.each([
    ['rien pour une seule période', [quarter], []],
    ['rien pour deux mois différents, si ce n’est les deux ensemble', [july, august], [nightsOf([0, 1])]],
    ['les deux derniers mois, pour un trimestre et son premier mois', [quarter, july], [nightsOf([1, 2])]],
    ['aucune, pour deux périodes qui se croisent', [nightsOf([0, 1]), nightsOf([1, 2])], []],
  ] as const)('sont %s', (_, published, expected) => {
    expect(windowsLeft(published)).toEqual(expected)
  })
})
