import { type CivilDate } from '../commun/civil-date'
import { formatDayMonth, lowerFirst } from '../commun/format'
import { type Genre, libellesGenre, libellesTrancheAge, type TrancheAge } from '../commun/profil'
import type { Echeance } from './statuts'

/** What a request says of whom it is for. */
export type Profil = { genre: Genre; trancheAge: TrancheAge; personnes: number; couple: boolean }

/** « Femme, 25-29 », « Couple », « 2 personnes ». */
export function phraseProfil({ genre, trancheAge, personnes, couple }: Profil): string {
  if (couple) return `Couple, ${lowerFirst(libellesTrancheAge[trancheAge])}`
  if (personnes > 1) return `${personnes} personnes, ${lowerFirst(libellesTrancheAge[trancheAge])}`
  return `${libellesGenre[genre]}, ${lowerFirst(libellesTrancheAge[trancheAge])}`
}

/** « Ce soir » or « lun. 23 nov. ». */
export function phraseEcheance({
  echeance,
  pourLe,
}: {
  echeance: Echeance
  pourLe: CivilDate | null
}): string {
  return echeance === 'CE_SOIR' || pourLe === null ? 'Ce soir' : formatDayMonth(pourLe)
}

type Besoins = { animaux: boolean; mobilite: boolean; femmesSeulement: boolean }

/** What the place must allow, in words; empty when nothing in particular. */
export function motsBesoins({ animaux, mobilite, femmesSeulement }: Besoins): string[] {
  return [animaux && 'Animal', mobilite && 'Plain-pied', femmesSeulement && 'Lieu pour femmes'].filter(
    (mot) => mot !== false,
  )
}
