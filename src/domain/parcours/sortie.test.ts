import { describe, expect, it } from 'vitest'
import { verificationDue } from './sortie'

const sortie = {
  le: new Date('2026-01-10T10:00:00Z'),
  destination: 'LOGEMENT',
  verifiee3: null,
  verifiee6: null,
} as const

describe('la vérification d’une sortie', () => {
  it.each([
    ['n’est pas due avant trois mois', '2026-04-10', {}, null],
    ['est due à trois mois', '2026-04-12', {}, 3],
    ['n’est plus due une fois faite', '2026-04-12', { verifiee3: false }, null],
    ['n’est plus due quand la question est trop vieille', '2026-06-20', {}, null],
    ['est due de nouveau à six mois, même sans celle des trois mois', '2026-07-12', {}, 6],
    ['ne l’est plus une fois faite', '2026-07-12', { verifiee6: true }, null],
    ['ne se demande pas d’un départ à la rue', '2026-04-12', { destination: 'RUE' as const }, null],
    ['ne se demande pas d’un décès', '2026-04-12', { destination: 'DECES' as const }, null],
  ])('%s', (_, jour, change, mois) => {
    const due = verificationDue({ ...sortie, ...change }, new Date(`${jour}T12:00:00Z`))
    expect(due?.mois ?? null).toBe(mois)
  })
})
