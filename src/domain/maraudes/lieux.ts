import type { PointStructure } from '../structures/resume'
import { findCommune } from '../territoire/territoire'
import type { ArretLocal } from './tournee'

/** A place of the map where a round stopped, and how many times. */
export type LieuDArret = { id: string; longitude: number; latitude: number; count: number }

type Structure = { id: string; point?: PointStructure }

/** Where the stops of a round are drawn: the structure they were in, or the centre of their commune; never nearer. */
export function lieuxDesArrets(
  arrets: readonly ArretLocal[],
  structures: readonly Structure[],
): LieuDArret[] {
  const known = new Map(structures.map((structure) => [structure.id, structure]))
  const lieux = new Map<string, LieuDArret>()
  for (const { corps } of arrets) {
    const lieu = lieuOf(corps.communeCode, known.get(corps.structureId ?? ''))
    if (lieu !== null) lieux.set(lieu.id, { ...lieu, count: (lieux.get(lieu.id)?.count ?? 0) + 1 })
  }
  return [...lieux.values()]
}

function lieuOf(communeCode: string, structure: Structure | undefined): Omit<LieuDArret, 'count'> | null {
  if (structure?.point !== undefined) {
    const { longitude, latitude } = structure.point
    return { id: structure.id, longitude, latitude }
  }
  const commune = findCommune(communeCode)
  if (commune === undefined) return null
  const { code, longitude, latitude } = commune
  return { id: code, longitude, latitude }
}
