import { regleBloquante } from '@/domain/places/convient'
import type { DispositifDemonstration } from './chambres'
import type { Demandeur } from './demandeurs'
import { isOpen } from './nuits'
import type { PlaceFaite } from './places'
import type { Sejour } from './sejours'

/** Finds a place of a device that stays empty and open over a period, and suits who asks. */
export type Vides = (
  dispositif: DispositifDemonstration,
  demandeur: Demandeur,
  from: Date,
  to: Date,
) => PlaceFaite | undefined

export function indexVides(places: readonly PlaceFaite[], sejours: readonly Sejour[]): Vides {
  const parPlace = new Map<string, Sejour[]>(places.map(({ id }) => [id, []]))
  for (const sejour of sejours) parPlace.get(sejour.place.id)?.push(sejour)
  return (dispositif, demandeur, from, to) =>
    places.find(
      (place) =>
        place.dispositif === dispositif &&
        isOpen(place, from, to) &&
        regleBloquante({ ...place.chambre, couchages: place.couchages }, demandeur) === null &&
        isEmpty(parPlace.get(place.id) ?? [], from, to),
    )
}

/** Stays of a place follow each other: only the last one that begins before the end can reach into the period. */
function isEmpty(sejours: readonly Sejour[], from: Date, to: Date): boolean {
  let low = 0
  let high = sejours.length
  while (low < high) {
    const middle = (low + high) >> 1
    const sejour = sejours[middle]
    if (sejour && sejour.debut < to) low = middle + 1
    else high = middle
  }
  const last = sejours[low - 1]
  return last === undefined || (last.fin !== null && last.fin <= from)
}
