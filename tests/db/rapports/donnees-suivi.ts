import { kindObjectifSchema } from '@/domain/parcours/objectifs'
import type { Monde } from '../socle/monde'
import type { Dice } from './des'
import { findPersonne } from './donnees-personnes'
import type { Objectif, Personne, Relance } from './types'

const DAY_MS = 86_400_000

/** Missed appointments and what their search became; the same person may miss several. */
export function makeRelances(dice: Dice, { paris, seine }: Monde, personnes: readonly Personne[]): Relance[] {
  return Array.from({ length: 110 }, () => {
    const side = dice.among([paris, seine])
    const statut = dice.among(['A_FAIRE', 'REPRISE', 'REPRISE', 'SANS_CONTACT'])
    const manque = new Date(Date.UTC(2026, 6, 1, 9) + dice.upTo(170 * 24) * 3_600_000)
    const close = statut === 'A_FAIRE' ? null : new Date(manque.getTime() + dice.upTo(20) * DAY_MS)
    return { side, personne: findPersonne(dice, personnes, side), statut, manque, close }
  })
}

/** Goals of every person, once by kind at most, in every state. */
export function makeObjectifs(dice: Dice, personnes: readonly Personne[]): Objectif[] {
  return personnes.flatMap((personne) =>
    kindObjectifSchema.options
      .filter(() => dice.upTo(2) === 0)
      .map((kind) => ({
        personne,
        kind,
        statut: dice.among(['A_FAIRE', 'EN_COURS', 'ATTEINT', 'ATTEINT', 'SANS_OBJET']),
        le: new Date(Date.UTC(2026, 6, 1) + dice.upTo(184 * 24 * 60) * 60_000),
      })),
  )
}
