import type { CivilDate } from '@/domain/commun/civil-date'
import { type Fenetre, minutesBetween, onNight, plusMinutes } from './fenetre'
import type { Hasard } from './hasard'
import { isOpen } from './nuits'
import type { PlaceFaite } from './places'
import type { Sejour } from './sejours'

const OUVRE = 10 * 60
const FERME = 18 * 60

/** A rest space: each seat serves a few people a day between ten and six, `parJour` on average. */
export function drawPassages(parJour: number) {
  return (place: PlaceFaite, fenetre: Fenetre, hasard: Hasard): Sejour[] =>
    fenetre.nuits.flatMap((jour) => drawJour(place, jour, parJour, fenetre, hasard))
}

function drawJour(
  place: PlaceFaite,
  jour: CivilDate,
  parJour: number,
  { now }: Fenetre,
  hasard: Hasard,
): Sejour[] {
  const sejours: Sejour[] = []
  const closes = onNight(jour, FERME)
  let debut = onNight(jour, OUVRE + hasard.between(0, 180))
  for (let left = hasard.count(parJour); left > 0 && minutesBetween(debut, closes) > 45; left--) {
    const fin = plusMinutes(debut, Math.min(hasard.between(60, 220), minutesBetween(debut, closes)))
    if (debut <= now && isOpen(place, debut, fin))
      sejours.push({ place, debut, fin: fin > now ? null : fin, arrive: true })
    debut = plusMinutes(fin, hasard.between(5, 90))
  }
  return sejours
}
