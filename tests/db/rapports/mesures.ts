import type { CivilDate } from '@/domain/commun/civil-date'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import type { Cote } from '../socle/monde'
import type { Arret, Donnees } from './types'

export type Nuits = { du: CivilDate; au: CivilDate }
/** One counted thing: where on the axis, in which columns, how much, and how many persons. */
export type Mesure = { atome: string; colonnes: readonly string[]; valeur: number; effectif: number }
export type Attendu = Map<string, { valeur: number; effectif: number }>

export function sentIn({ orientations }: Donnees, nuits: Nuits) {
  return orientations.filter(({ envoyee }) => envoyee !== null && isWithin(workDayOf(envoyee), nuits))
}

export function departementOf({ monde }: Donnees, side: Cote): string {
  return side === monde.paris ? '75' : '93'
}

export function counts({ statut, maraude }: Arret, nuits: Nuits): boolean {
  return statut === 'ACTIF' && isWithin(maraude.nuit, nuits)
}

export function isWithin(nuit: CivilDate, { du, au }: Nuits): boolean {
  return nuit >= du && nuit <= au
}

export function add(attendu: Attendu, key: string, valeur: number, effectif: number) {
  const known = attendu.get(key) ?? { valeur: 0, effectif: 0 }
  attendu.set(key, { valeur: known.valeur + valeur, effectif: known.effectif + effectif })
}
