import { gridDisk, latLngToCell } from 'h3-js'
import { addDays, fromDatabaseDate } from '@/domain/commun/civil-date'
import { communes } from '@/domain/territoire/communes'
import type { Fenetre } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

/** As the tablet counts them (src/offline/walk.ts). */
const RESOLUTION = 9
const NUITS = 42
/** Not every team carries a tablet that counts where it goes. */
const SHARE = 0.6
const RINGS = 3

/** Adds where the last weeks' rounds went: a few cells around the middle of their sector. */
export function addCouvertures({ maraudes, couvertures }: Lignes, fenetre: Fenetre): void {
  const hasard = new Hasard(fenetre.graine, 'couvertures')
  const from = addDays(fenetre.ceSoir, -NUITS)
  const centres = new Map(communes.map(({ code, latitude, longitude }) => [code, { latitude, longitude }]))
  for (const { id, secteurCode, nuit, fin } of maraudes) {
    const centre = centres.get(secteurCode ?? '')
    if (id === undefined || centre === undefined || fin === null) continue
    if (fromDatabaseDate(new Date(nuit)) < from || !hasard.chance(SHARE)) continue
    const around = gridDisk(latLngToCell(centre.latitude, centre.longitude, RESOLUTION), RINGS)
    for (const cellule of hasard.some(around, hasard.between(4, 9)))
      couvertures.push({
        maraudeId: id,
        cellule,
        minutes: hasard.between(4, 35),
        passages: hasard.between(1, 2),
      })
  }
}
