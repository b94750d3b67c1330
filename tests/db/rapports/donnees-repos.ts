import { addDays, civilDate, fromParis } from '@/domain/commun/civil-date'
import type { Cote, Monde } from '../socle/monde'
import type { Dice } from './des'
import type { BesoinInscrit, Entree } from './types'

/** What a day at the door may hold at once; the base refuses more. */
export const ROOM = 6

/** Days at the door of both sides, some before and after the clock changes; some passages were noted by mistake. */
export function makeEntrees(dice: Dice, { paris, seine }: Monde): Entree[] {
  return [paris, seine].flatMap((side) =>
    Array.from({ length: 70 }, () => addDays(civilDate('2026-07-02'), dice.upTo(180)))
      .filter((jour, rang, all) => all.indexOf(jour) === rang)
      .flatMap((jour) => makeDay(dice, side, jour)),
  )
}

function makeDay(dice: Dice, side: Cote, jour: Entree['jour']): Entree[] {
  let presents = 0
  return Array.from({ length: 4 + dice.upTo(14) }, (_, rang) => {
    const personnes = 1 + dice.upTo(2)
    const asked = dice.among(['ENTREE', 'ENTREE', 'SORTIE'] as const)
    const kind =
      asked === 'ENTREE' && presents + personnes > ROOM
        ? 'REFUS'
        : asked === 'SORTIE' && personnes > presents
          ? 'REFUS'
          : asked
    const annulee = dice.upTo(9) === 0
    if (!annulee && kind === 'ENTREE') presents += personnes
    if (!annulee && kind === 'SORTIE') presents -= personnes
    const le = fromParis(jour, 6 * 60 + 5 + rang * 75)
    return { side, jour, le, kind, personnes, femmes: dice.upTo(personnes + 1), annulee }
  })
}

/** Needs written in the register by both organisations, each sometimes for the other department. */
export function makeRegistre(dice: Dice, { paris, seine }: Monde): BesoinInscrit[] {
  return Array.from({ length: 160 }, () => ({
    organisation: dice.among([paris, seine]).organisation,
    departement: dice.among(['75', '93', '93']),
    kind: dice.among(['DORMIR', 'DORMIR', 'SOINS', 'SE_LAVER']),
    cause: dice.among(['PAS_DE_PLACE', 'FERME', 'CRITERES']),
    personnes: 1 + dice.upTo(4),
    le: new Date(Date.UTC(2026, 6, 1) + dice.upTo(184 * 24) * 3_600_000),
  }))
}
