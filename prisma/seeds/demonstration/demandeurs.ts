import type { Genre } from '@/db/generated/enums'
import type { Chambre } from './chambre'
import type { Hasard } from './hasard'
import { drawMajeur, type Profil } from './profils'

/** The profile a request declares. */
export type Demandeur = {
  genre: Genre
  trancheAge: Profil['trancheAge']
  personnes: number
  couple: boolean
  animaux: boolean
  mobilite: boolean
  femmesSeulement: boolean
}

/** Somebody who asks for a place, before anybody knows which. */
export function drawDemandeur(hasard: Hasard): Demandeur {
  const { genre, trancheAge } = drawMajeur(hasard, hasard.chance(0.1))
  const couple = hasard.chance(0.07)
  const woman = genre === 'FEMME' || genre === 'FEMME_TRANS'
  return {
    genre,
    trancheAge,
    personnes: couple ? 2 : 1,
    couple,
    animaux: hasard.chance(0.06),
    mobilite: hasard.chance(0.05),
    femmesSeulement: woman && !couple && hasard.chance(0.4),
  }
}

/** Somebody whom this place suits. */
export function drawOccupant(
  hasard: Hasard,
  { public: accueil, couple: forTwo, animaux, plainPied }: Chambre,
): Demandeur {
  const { genre, trancheAge } = drawMajeur(
    hasard,
    accueil === 'FEMMES' || (accueil === 'MIXTE' && hasard.chance(0.12)),
  )
  const couple = forTwo && hasard.chance(0.7)
  return {
    genre: suited(genre, accueil),
    trancheAge,
    personnes: couple ? 2 : 1,
    couple,
    animaux: animaux && hasard.chance(0.45),
    mobilite: plainPied && hasard.chance(0.3),
    femmesSeulement: accueil === 'FEMMES' && hasard.chance(0.7),
  }
}

function suited(genre: Genre, accueil: Chambre['public']): Genre {
  if (accueil === 'FEMMES' && genre !== 'FEMME_TRANS') return 'FEMME'
  if (accueil === 'HOMMES' && genre !== 'HOMME_TRANS') return 'HOMME'
  return genre
}
