import type { DispositifDemonstration } from './chambres'
import type { Fenetre } from './fenetre'
import { Hasard } from './hasard'
import type { PlaceFaite } from './places'
import { drawNuits } from './nuits'
import { drawLongsSejours } from './longs-sejours'

/** A stay that took or takes place; `fin` is null while it lasts. */
export type Sejour = {
  place: PlaceFaite
  debut: Date
  fin: Date | null
  /** first of a run: the person arrives, perhaps sent by somebody. Otherwise she stays one more night. */
  arrive: boolean
}

type Tirage = (place: PlaceFaite, fenetre: Fenetre, hasard: Hasard) => Sejour[]

const tirages: Readonly<Record<DispositifDemonstration, Tirage>> = {
  'sleep-in-urgence': drawNuits,
  'sleep-in-continu': drawLongsSejours(
    [
      { poids: 14, jours: [2, 9] },
      { poids: 76, jours: [10, 21] },
      { poids: 10, jours: [22, 35] },
    ],
    [0, 3],
  ),
  'assore-hotel': drawLongsSejours(
    [
      { poids: 15, jours: [12, 40] },
      { poids: 60, jours: [41, 210] },
      { poids: 25, jours: [211, 420] },
    ],
    [1, 18],
  ),
  'phase-appartements': drawLongsSejours([{ poids: 1, jours: [120, 420] }], [3, 30]),
  'le-pavillon-hebergement': drawLongsSejours([{ poids: 1, jours: [548, 900] }], [8, 45]),
}

/** Rooms of a crisis fill within days of its opening. */
const drawCrise = drawLongsSejours([{ poids: 1, jours: [1, 8] }], [0, 1])

/** Every stay of the period, place by place, in the order of time within a place. Two stays of a place never overlap. */
export function drawSejours(places: readonly PlaceFaite[], fenetre: Fenetre): Sejour[] {
  const hasard = new Hasard(fenetre.graine, 'séjours')
  return places.flatMap((place) =>
    (place.chambre.unite === 'CRISE' ? drawCrise : tirages[place.dispositif])(place, fenetre, hasard),
  )
}
