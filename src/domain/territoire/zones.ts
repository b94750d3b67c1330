import { z } from 'zod'
import { communes, type Commune } from './communes'
import { type Emprise, empriseOf, METRES_PER_DEGREE, type Point } from './geometrie'
import { libellesDepartement, territoires } from './territoire'

/** What a list or a map may be narrowed to: a department, or a named group of communes. */
export const zoneSchema = z.enum([
  '75',
  '93',
  'est-93',
  'lisiere',
  'plaine-commune',
  'est-ensemble',
  'terres-envol',
])
export type Zone = z.infer<typeof zoneSchema>

export const libellesZone: Record<Zone, string> = {
  ...libellesDepartement,
  'est-93': `${territoires['est-93'].nom} (Grand Paris Grand Est)`,
  lisiere: territoires.lisiere.nom,
  'plaine-commune': territoires['plaine-commune'].nom,
  'est-ensemble': territoires['est-ensemble'].nom,
  'terres-envol': territoires['terres-envol'].nom,
}

/** The communes of a zone, in order of code. */
export function communesOf(zone: Zone): readonly Commune[] {
  if (zone === '75' || zone === '93') return communes.filter(({ departement }) => departement === zone)
  const codes: readonly string[] = territoires[zone].codes
  return communes.filter(({ code }) => codes.includes(code))
}

/** The box a map shows for these communes: around the disc of each one's surface, since their contours may not be there. */
export function empriseDes(list: readonly Commune[]): Emprise {
  const corners = list.flatMap(({ longitude, latitude, surface }): Point[] => {
    const radius = Math.sqrt((surface * 10_000) / Math.PI)
    const [east, north] = [radius / METRES_PER_DEGREE.longitude, radius / METRES_PER_DEGREE.latitude]
    return [
      [longitude - east, latitude - north],
      [longitude + east, latitude + north],
    ]
  })
  return empriseOf(corners) ?? empriseDes(communes)
}
