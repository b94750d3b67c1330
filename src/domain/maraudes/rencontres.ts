import { libellesGenre, libellesSituation, libellesTrancheAge } from '../commun/profil'
import type { RencontreNotee } from './arret'

/** Who was met, without the numbers. */
export type Profil = Pick<RencontreNotee, 'genre' | 'trancheAge' | 'situation'>

/** « Femme, 30-39 », with the situation when it is not simply alone. */
export function nameProfil({ genre, trancheAge, situation }: Profil): string {
  const details = [
    libellesTrancheAge[trancheAge],
    ...(situation === 'ISOLEE' ? [] : [libellesSituation[situation]]),
  ]
  return [libellesGenre[genre], ...details.map((words) => words.toLocaleLowerCase('fr'))].join(', ')
}

/** Two profiles that count together. */
export function isSameProfil(one: Profil, other: Profil): boolean {
  return one.genre === other.genre && one.trancheAge === other.trancheAge && one.situation === other.situation
}

/** The list with this profile's numbers set; a profile of nobody leaves the list. */
export function setRencontre(
  list: readonly RencontreNotee[],
  profil: Profil,
  change: Partial<Pick<RencontreNotee, 'connus' | 'nouveaux'>>,
): RencontreNotee[] {
  const { genre, trancheAge, situation } = profil
  const known = list.find((line) => isSameProfil(line, profil))
  const line = { genre, trancheAge, situation, connus: 0, nouveaux: 0, ...known, ...change }
  const next = known === undefined ? [...list, line] : list.map((other) => (other === known ? line : other))
  return next.filter(({ connus, nouveaux }) => connus + nouveaux > 0)
}

/** Profiles to offer first: those of this round, the most recent first, each once. */
export function recentProfils(
  stops: readonly { rencontres?: readonly Profil[] | undefined }[],
  count: number,
): Profil[] {
  const recent: Profil[] = []
  for (const profil of stops.toReversed().flatMap(({ rencontres = [] }) => rencontres.toReversed()))
    if (!recent.some((known) => isSameProfil(known, profil))) recent.push(profil)
  return recent.slice(0, count)
}
