import { carteSchematique } from './carte-schematique'
import { communes } from './communes'
import type { Contour } from './contours'
import type { Geometrie } from './geometrie'

/** One commune as a map draws it; `centre` is where its name goes, `rayon` (metres) how much room the name has. */
export type CommuneDessinee = {
  type: 'Feature'
  geometry: Geometrie
  properties: {
    code: string
    nom: string
    departement: '75' | '93'
    schematique: boolean
    centre: readonly [longitude: number, latitude: number]
    rayon: number
  }
}

/** GeoJSON. `schematique`: how many of the 59 are drawn without a contour; then no commune may be computed from it. */
export type CarteCommunes = { type: 'FeatureCollection'; schematique: number; features: CommuneDessinee[] }

/** The 59 communes to draw: their imported contour, or their schematic cell. */
export function carteCommunes(contours: readonly Contour[]): CarteCommunes {
  const real = new Map(contours.map(({ code, geometrie }) => [code, geometrie]))
  const schema = new Map(carteSchematique().map(({ code, anneau }) => [code, anneau]))
  const features = communes.map(
    ({ code, nom, departement, longitude, latitude, surface }): CommuneDessinee => {
      const geometrie = real.get(code)
      return {
        type: 'Feature',
        geometry: geometrie ?? { type: 'Polygon', coordinates: [schema.get(code) ?? []] },
        properties: {
          code,
          nom,
          departement,
          schematique: geometrie === undefined,
          centre: [longitude, latitude],
          rayon: Math.round(Math.sqrt((surface * 10_000) / Math.PI)),
        },
      }
    },
  )
  const schematique = features.filter(({ properties }) => properties.schematique).length
  return { type: 'FeatureCollection', schematique, features }
}
