import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statutsDesArrets } from './statuts-arret'

const cases: [string, [id: string, remplaceId: string | null][], Record<string, string>][] = [
  ['un arrêt seul compte', [['a', null]], { a: 'ACTIF' }],
  ['un arrêt corrigé ne compte plus', [['a', null], ['b', 'a']], { a: 'REMPLACE', b: 'ACTIF' }],
  [
    'de deux corrections, la première faite compte',
    [['a', null], ['c', 'a'], ['b', 'a']],
    { a: 'REMPLACE', b: 'ACTIF', c: 'EN_CONFLIT' },
  ],
  [
    'la correction d’une correction compte à sa place',
    [['a', null], ['b', 'a'], ['c', 'b']],
    { a: 'REMPLACE', b: 'REMPLACE', c: 'ACTIF' },
  ],
  [
    'corriger une correction en conflit ne la fait pas compter',
    [['a', null], ['b', 'a'], ['c', 'a'], ['d', 'c']],
    { a: 'REMPLACE', b: 'ACTIF', c: 'REMPLACE', d: 'EN_CONFLIT' },
  ],
] // prettier-ignore

describe('statuts des arrêts', () => {
  it.each(cases)('%s', (_, arrets, expected) => {
    const liens = arrets.map(([id, remplaceId]) => ({ id, remplaceId }))
    expect(Object.fromEntries(statutsDesArrets(liens))).toEqual(expected)
  })

  it('ne dépend pas de l’ordre d’arrivée et ne compte chaque arrêt d’origine qu’une fois', () => {
    const tree = fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }).map((parents) =>
      parents.map((parent, index) => ({
        id: String(index).padStart(3, '0'),
        remplaceId:
          index === 0 || parent % (index + 1) === index ? null : String(parent % index).padStart(3, '0'),
      })),
    )
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.double({ noNaN: true })), (arrets, keys) => {
        const shuffled = arrets
          .map((arret) => ({ arret, key: keys.next().value ?? 0 }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ arret }) => arret)
        const statuts = statutsDesArrets(arrets)
        expect(Object.fromEntries(statutsDesArrets(shuffled))).toEqual(Object.fromEntries(statuts))
        const roots = arrets.filter(({ remplaceId }) => remplaceId === null).length
        expect([...statuts.values()].filter((statut) => statut === 'ACTIF')).toHaveLength(roots)
      }),
    )
  })
})
