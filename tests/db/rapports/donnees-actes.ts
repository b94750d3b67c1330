import { uuidv7 } from 'uuidv7'
import type { Dice } from './des'
import type { Arret, Donnees } from './types'

/** Incidents and messages of a stop; most have none. */
export function noteActs(donnees: Donnees, arret: Arret, dice: Dice) {
  for (const kind of ['SURDOSE', 'NALOXONE', 'VIOLENCE']) {
    if (dice.upTo(4) > 0) continue
    const doses = kind === 'NALOXONE' ? 1 + dice.upTo(3) : 0
    donnees.incidents.push({ arret, kind, personnes: dice.upTo(4), doses })
  }
  for (const carte of ['crack', 'opioides']) {
    if (dice.upTo(3) === 0) donnees.messages.push({ arret, carte, personnes: 1 + dice.upTo(5) })
  }
}

/** Tests done at one stop out of four, whether or not anybody was noted there. */
export function noteTests(donnees: Donnees, arret: Arret, dice: Dice) {
  for (const article of ['trod-vih', 'trod-syphilis']) {
    if (dice.upTo(4) > 0) continue
    donnees.remises.push({ arret, article, groupe: 'DEPISTAGE', sens: 'REALISE', quantite: 1 + dice.upTo(3) })
  }
}

/** As the base stores them. */
export function rowsOfActs({ incidents, messages }: Pick<Donnees, 'incidents' | 'messages'>) {
  return {
    incidents: incidents.map(({ arret, ...incident }) => ({ id: uuidv7(), arret_id: arret.id, ...incident })),
    messages: messages.map(({ arret, ...message }) => ({ id: uuidv7(), arret_id: arret.id, ...message })),
  }
}
