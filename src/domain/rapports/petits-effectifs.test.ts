import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPinned, measureReach } from '../../../tests/rapports/attaque'
import { tableauAleatoire } from '../../../tests/rapports/tableaux-aleatoires'
import { primarySecrets, protect } from './petits-effectifs'
import { cellKey, type TableauBrut } from './tableau-brut'

/** Two departments of two communes each and their total; one column, threshold 5. */
function communes(nombres: readonly [number, number, number, number]): TableauBrut {
  const atomes = ['p1', 'p2', 's1', 's2']
  const lignes = [
    { cle: 'total', atomes, poids: 100, publie: true },
    { cle: '75', atomes: ['p1', 'p2'], poids: 25, publie: true },
    { cle: '93', atomes: ['s1', 's2'], poids: 25, publie: true },
    ...atomes.map((atome) => ({ cle: atome, atomes: [atome], poids: 1, publie: true })),
  ]
  const sum = (cle: string) =>
    lignes
      .filter((ligne) => ligne.cle === cle)
      .flatMap((ligne) => ligne.atomes)
      .reduce((total, atome) => total + (nombres[atomes.indexOf(atome)] ?? 0), 0)
  return {
    lignes,
    colonnes: [{ cle: 'contacts', atomes: ['x'], poids: 1, publie: true, seuil: 5 }],
    read: (ligne) => ({ valeur: sum(ligne), effectif: sum(ligne) }),
  }
}

function hidden(tableau: TableauBrut): string[] {
  const secrets = protect(tableau)
  return tableau.lignes.map(({ cle }) => cle).filter((cle) => secrets.has(cellKey(cle, 'contacts')))
}

describe('le secret statistique', () => {
  it.each([
    ['rien quand tout est grand', [5, 6, 7, 8], []],
    ['rien quand tout est nul', [0, 0, 0, 0], []],
    [
      'jamais un zéro : il prend une commune de l’autre département, et donc les deux totaux',
      [3, 0, 9, 20],
      ['75', '93', 'p1', 's1'],
    ],
    [
      'une case de 4, et une autre de son département pour qu’une soustraction ne la rende pas',
      [4, 12, 30, 30],
      ['p1', 'p2'],
    ],
    [
      'deux petites cases d’un même département, et un département de plus si leur somme reste petite',
      [2, 2, 30, 40],
      ['75', '93', 'p1', 'p2', 's1'],
    ],
    ['tout ce qui n’est pas nul quand il n’y a qu’une petite case', [2, 0, 0, 0], ['total', '75', 'p1']],
    ['tout ce qui n’est pas nul quand 75 + 93 reste petit', [1, 0, 2, 0], ['total', '75', '93', 'p1', 's1']],
  ] as const)('cache %s', (_, nombres, attendu) => {
    expect(hidden(communes(nombres)).toSorted()).toEqual([...attendu].toSorted())
  })
})

describe('un tableau protégé', () => {
  it('ne laisse retrouver aucune case secrète, même à un solveur linéaire en nombres entiers', () => {
    fc.assert(
      fc.property(tableauAleatoire, (tableau) => {
        expect(findPinned(tableau, protect(tableau))).toEqual([])
      }),
      { numRuns: 30 },
    )
  }, 120_000)

  it('ne cache aucun zéro, et cache toute case de moins de cinq personnes', () => {
    fc.assert(
      fc.property(tableauAleatoire, (tableau) => {
        const secrets = protect(tableau)
        for (const primary of primarySecrets(tableau)) expect(secrets).toContain(primary)
        for (const { cle: ligne } of tableau.lignes) {
          for (const { cle: colonne } of tableau.colonnes) {
            const isZero = tableau.read(ligne, colonne).valeur === 0
            expect(isZero && secrets.has(cellKey(ligne, colonne))).toBe(false)
          }
        }
      }),
    )
  })

  it('laisse presque toujours croire qu’une petite case atteint le seuil', () => {
    const reaches = fc
      .sample(tableauAleatoire, { numRuns: 40, seed: 75 })
      .flatMap((tableau) => measureReach(tableau, protect(tableau)))
    const within = reaches.filter(({ most, wanted }) => most >= wanted)
    expect(reaches.length).toBeGreaterThan(300)
    expect(within.length / reaches.length).toBeGreaterThan(0.7)
  }, 120_000)
})

describe('l’attaque', () => {
  it('retrouve des cases quand on n’a caché que les petites', () => {
    const pinned = fc
      .sample(tableauAleatoire, { numRuns: 20, seed: 93 })
      .map((tableau) => findPinned(tableau, primarySecrets(tableau)).length)
    expect(pinned.filter((count) => count > 0).length).toBeGreaterThan(10)
  })

  it('retrouve une case quand le total 75 + 93 est oublié', () => {
    const tableau = communes([3, 12, 30, 30])
    const withoutTotal = {
      ...tableau,
      lignes: tableau.lignes.filter(({ cle }) => cle !== '75' && cle !== 'total'),
    }
    expect(findPinned(tableau, new Set([...protect(withoutTotal)].slice(0, 1)))).not.toEqual([])
  })
})
