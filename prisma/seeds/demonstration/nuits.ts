import { addDays, type CivilDate } from '@/domain/commun/civil-date'
import { type Fenetre, onNight, summer } from './fenetre'
import type { Hasard } from './hasard'
import type { PlaceFaite } from './places'
import type { Sejour } from './sejours'

const ENTREE = 19 * 60 + 30
/** Nights in a row in the same bed, and how often. */
const suites = { '1': 46, '2': 22, '3': 14, '4': 8, '5': 5, '7': 5 } as const

/** Nights in an emergency bed: each one is a stay, renewed in the morning; some beds stay empty, more of them in summer. */
export function drawNuits(place: PlaceFaite, fenetre: Fenetre, hasard: Hasard): Sejour[] {
  const sejours: Sejour[] = []
  const last = lastNight(place, fenetre)
  let nuit = fenetre.depuis
  while (nuit <= last) {
    if (hasard.chance(0.13 + 0.09 * summer(nuit))) {
      nuit = addDays(nuit, 1)
      continue
    }
    const nights = Number(hasard.weighted(suites))
    let debut = onNight(nuit, hasard.between(ENTREE, ENTREE + 225))
    for (let night = 0; night < nights && nuit <= last; night++) {
      const leaves = night === nights - 1 || nuit === last
      const fin = onNight(
        addDays(nuit, 1),
        leaves ? hasard.between(8 * 60, 10 * 60 + 30) : hasard.between(8 * 60, 9 * 60),
      )
      if (debut <= fenetre.now && isOpen(place, debut, fin)) {
        sejours.push({ place, debut, fin: fin > fenetre.now ? null : fin, arrive: night === 0 })
      }
      debut = fin
      nuit = addDays(nuit, 1)
    }
  }
  return sejours
}

/** Tonight for most beds; last night for those that must be free, held, or to be prepared tonight. */
function lastNight({ chambre: { ceSoir } }: PlaceFaite, fenetre: Fenetre): CivilDate {
  return ceSoir === null ? fenetre.nuitServie : addDays(fenetre.ceSoir, -1)
}

/** Whether the place is open over this whole period. */
export function isOpen({ fermetures }: PlaceFaite, debut: Date, fin: Date): boolean {
  return fermetures.every(({ du, au }) => fin <= du || (au !== null && debut >= au))
}
