import { addDays, type CivilDate } from '../commun/civil-date'
import { formatDate, plural } from '../commun/format'

/** Days of rounds the map of passages shows. */
export const JOURS_DE_PASSAGES = 28

/** The first night shown by the map of passages, on this day. */
export function debutDesPassages(today: CivilDate): CivilDate {
  return addDays(today, -JOURS_DE_PASSAGES)
}

/**
 * Where rounds went lately, as GeoJSON: one hexagon for each cell, about 250 m across for the reader's own organisation, 2 km for
 * the others, whose exact corners stay theirs. `phrase` says in words what the hexagon shows.
 */
export type CartePassages = {
  type: 'FeatureCollection'
  features: {
    type: 'Feature'
    geometry: { type: 'Polygon'; coordinates: [longitude: number, latitude: number][][] }
    properties: { cellule: string; aNous: boolean; phrase: string }
  }[]
}

/** One cell as the base gives it; minutes and passages of all its rounds together. */
export type CelluleParcourue = {
  cellule: string
  aNous: boolean
  minutes: number
  passages: number
  derniereNuit: CivilDate
}

/** « Votre organisation : 3 passages, le dernier le jeudi 12 novembre 2026. » The others' time stays theirs. */
export function describePassages({ aNous, passages, derniereNuit }: CelluleParcourue): string {
  const who = aNous ? 'Votre organisation' : 'D’autres organisations, à 2 km près'
  return `${who} : ${plural(passages, 'passage', 'passages')}, le dernier le ${formatDate(derniereNuit)}`
}
