import type { Annuaire } from './annuaire'
import { type Fenetre, plusMinutes } from './fenetre'
import type { PlaceFaite } from './places'
import type { Sejour } from './sejours'

/** Says when each place was last made ready: after its last guest left, but for those that still wait for it. */
export function markPretes(
  places: readonly PlaceFaite[],
  sejours: readonly Sejour[],
  annuaire: Annuaire,
  { now }: Fenetre,
): void {
  const departs = new Map<string, Date>()
  for (const { place, fin } of sejours) {
    const last = departs.get(place.id)
    if (fin !== null && (last === undefined || fin > last)) departs.set(place.id, fin)
  }
  for (const { id, dispositif, chambre, ligne } of places) {
    const left = departs.get(id)
    if (left === undefined || !annuaire.dispositif(dispositif).remiseEnEtat) continue
    const ready = plusMinutes(left, chambre.ceSoir === 'A_PREPARER' ? -60 : 75)
    ligne.preteLe = ready < now ? ready : left
  }
}
