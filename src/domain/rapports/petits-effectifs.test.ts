import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPinned, measureReach } from '../../../tests/rapports/attaque'
import { tableauAleatoire } from '../../../tests/rapports/tableaux-aleatoires'
import { primarySecrets, protect } from './petits-effectifs'
import { cellKey, type TableauBrut } from './tableau-brut'

describe('un tableau protégé', () => {
  it('ne laisse retrouver aucune case secrète, même à un solveur linéaire en nombres entiers', () => {
    fc.assert(
      fc.property(tableauAleatoire, (tableau) => {
        expect(findPinned(tableau, protect(tableau))).toEqual([])
      }),
      { numRuns: 150 },
    )
  }, 120_000)
  it('x', () => {
    for (const [name, f] of Object.entries({ primarySecrets, protect })) {
      let hid = 0,
        prim = 0,
        reach = 0,
        sens = 0,
        pinned = 0
      for (const t of fc.sample(tableauAleatoire, { numRuns: 60, seed: 5 })) {
        const s = f(t)
        hid += s.size
        prim += primarySecrets(t).size
        const r = measureReach(t, s)
        sens += r.length
        reach += r.filter((x) => x.most >= x.wanted).length
        pinned += findPinned(t, s).length
      }
      console.log(name, { hid, prim, sens, reach, pinned })
    }
  }, 120_000)
})
