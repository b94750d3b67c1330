import { addDays, type CivilDate } from '@/domain/commun/civil-date'
import type { EtatCeSoir } from './chambre'
import { type Fenetre, onNight } from './fenetre'
import type { Hasard } from './hasard'
import { openedOn, type PlaceFaite } from './places'
import type { Sejour } from './sejours'

/** A span of lengths in days, both included, and how often it is drawn. */
export type Duree = { poids: number; jours: readonly [number, number] }

type Dates = { entree: CivilDate; sortie: CivilDate | null }

/** Rooms opened together fill within days. */
const INCLUSION = 4
const MATIN = [9 * 60 + 30, 12 * 60 - 1] as const
const APRES_MIDI = [14 * 60, 18 * 60] as const

/** Days since the last person left a place that nobody occupies tonight. */
const departs: Readonly<Record<EtatCeSoir, readonly [number, number]>> = {
  LIBRE: [1, 5],
  TENUE: [1, 3],
  A_PREPARER: [0, 0],
  FERMEE: [12, 12],
}

/**
 * Stays of days or months, drawn backwards from tonight so that the room stands as wanted. `vacance`: days a room stays empty
 * between two stays.
 */
export function drawLongsSejours(durees: readonly Duree[], vacance: readonly [number, number]) {
  return (place: PlaceFaite, fenetre: Fenetre, hasard: Hasard): Sejour[] =>
    drawDates(place, durees, vacance, fenetre, hasard).map(({ entree, sortie }) => ({
      place,
      debut: onNight(entree, hasard.between(...APRES_MIDI)),
      fin: sortie === null ? null : onNight(sortie, hasard.between(...MATIN)),
      arrive: true,
    }))
}

function drawDates(
  place: PlaceFaite,
  durees: readonly Duree[],
  vacance: readonly [number, number],
  { ceSoir, depuis }: Fenetre,
  hasard: Hasard,
): Dates[] {
  const opened = openedOn(place.chambre, ceSoir)
  const dates: Dates[] = []
  let { entree, sortie } = drawDernier(place, durees, ceSoir, hasard)
  while (entree >= opened && (sortie === null || sortie > depuis)) {
    dates.unshift({ entree, sortie })
    sortie = addDays(entree, -hasard.between(...vacance))
    entree = addDays(sortie, -drawJours(durees, hasard))
  }
  const firstLeft = sortie !== null && sortie > depuis && sortie > addDays(opened, INCLUSION)
  if (place.chambre.ouverteIlYA !== null && firstLeft) {
    dates.unshift({ entree: addDays(opened, hasard.between(0, INCLUSION - 1)), sortie })
  }
  return dates
}

function drawDernier(
  { chambre }: PlaceFaite,
  durees: readonly Duree[],
  ceSoir: CivilDate,
  hasard: Hasard,
): Dates {
  const jours = drawJours(durees, hasard)
  if (chambre.ceSoir === null) return { entree: addDays(ceSoir, -hasard.between(1, jours)), sortie: null }
  const sortie = addDays(ceSoir, -hasard.between(...departs[chambre.ceSoir]))
  return { entree: addDays(sortie, -jours), sortie }
}

function drawJours(durees: readonly Duree[], hasard: Hasard): number {
  const rank = hasard.weighted(Object.fromEntries(durees.map(({ poids }, index) => [`${index}`, poids])))
  return hasard.between(...(durees[Number(rank)]?.jours ?? [1, 1]))
}
