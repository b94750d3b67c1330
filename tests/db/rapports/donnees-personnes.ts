import { uuidv7 } from 'uuidv7'
import type { Cote, Monde } from '../socle/monde'
import type { Dice } from './des'
import type { Personne } from './types'

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Codes of both organisations, few enough for the same person to come back, in two structures too. */
export function makePersonnes(dice: Dice, { paris, seine }: Monde): Personne[] {
  return Array.from({ length: 46 }, (_, rang) => {
    const { organisation } = rang % 3 === 0 ? paris : seine
    const genre = dice.among(['FEMME', 'HOMME', 'HOMME', 'FEMME_TRANS', 'NON_RENSEIGNE'])
    const tranche = dice.among(['DE_18_24', 'DE_30_39', 'DE_40_49', 'PLUS_60'])
    const id = uuidv7()
    return { id, organisation, genre, tranche, row: rowOf(id, organisation, genre, tranche, rang) }
  })
}

function rowOf(id: string, organisation: string, genre: string, tranche: string, rang: number) {
  return {
    id,
    organisation_id: organisation,
    code: `${letters[Math.floor(rang / 20)] ?? ''}R-${letters[rang % 20] ?? ''}22`,
    genre,
    tranche_age: tranche,
    situation: 'ISOLEE',
    creee_le: '2026-06-01T12:00:00Z',
    dernier_contact_le: '2026-06-01T12:00:00Z',
  }
}

/** A person of this side, or nobody with a code: most are served without. */
export function findPersonne(dice: Dice, personnes: readonly Personne[], { organisation }: Cote) {
  const siennes = personnes.filter((personne) => personne.organisation === organisation)
  return dice.upTo(4) === 0 ? null : dice.among(siennes)
}
