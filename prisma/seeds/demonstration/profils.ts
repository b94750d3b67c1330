import type { Genre, Situation, TrancheAge } from '@/db/generated/enums'
import type { Hasard, Poids } from './hasard'

export type Profil = { genre: Genre; trancheAge: TrancheAge; situation: Situation }

const genres: Poids<Genre> = {
  HOMME: 81,
  FEMME: 11,
  FEMME_TRANS: 1.4,
  HOMME_TRANS: 0.3,
  NON_BINAIRE: 0.3,
  NON_RENSEIGNE: 3,
}
const femmes: Poids<Genre> = { FEMME: 93, FEMME_TRANS: 5, NON_BINAIRE: 2 }
const tranches: Poids<TrancheAge> = {
  DE_18_24: 7,
  DE_25_29: 12,
  DE_30_39: 32,
  DE_40_49: 27,
  DE_50_59: 13,
  PLUS_60: 4,
  INCONNUE: 5,
}
const situations: Poids<Situation> = { ISOLEE: 80, COUPLE: 8, FAMILLE: 0.6, INCONNUE: 11.4 }
const MINEURS = 0.002

/** Somebody met on a round, a minor very seldom: she is counted, never recorded. */
export function drawRencontre(hasard: Hasard, versLesFemmes: boolean): Profil {
  if (hasard.chance(MINEURS))
    return { genre: hasard.weighted(genres), trancheAge: 'MOINS_18', situation: 'MINEUR_ISOLE' }
  return drawMajeur(hasard, versLesFemmes)
}

/** An adult, with her situation. */
export function drawMajeur(hasard: Hasard, versLesFemmes = false): Profil {
  return {
    genre: hasard.weighted(versLesFemmes && hasard.chance(0.8) ? femmes : genres),
    trancheAge: hasard.weighted(tranches),
    situation: hasard.weighted(situations),
  }
}
