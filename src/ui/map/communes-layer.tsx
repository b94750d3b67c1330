'use client'

import { DivIcon, type Map as LeafletMap, type PathOptions } from 'leaflet'
import { useMemo } from 'react'
import { GeoJSON, Marker, Pane, useMap } from 'react-leaflet'
import type { CarteCommunes, CommuneDessinee } from '@/domain/territoire/carte'
import type { MapGroup } from './clusters'
import { type Obstacle, placeLabels } from './labels'
import { useZoom } from './use-zoom'

type CommunesLayerProps = {
  communes: CarteCommunes
  /** What else stands on the map at a zoom; names keep out of its way. */
  groupsAt: ((zoom: number) => readonly MapGroup[]) | undefined
}

const SIGN_PX = 40
/** A name may go a little over the edge of its commune. */
const OVERFLOW = 1.15

/** The 59 communes, tinted by department, each with its name once there is room for it. */
export function CommunesLayer({ communes, groupsAt }: CommunesLayerProps) {
  const map = useMap()
  const zoom = useZoom()
  const names = useMemo(() => namesAt(map, zoom, communes, groupsAt), [map, zoom, communes, groupsAt])
  return (
    <>
      <GeoJSON data={communes} interactive={false} style={styleOf} />
      <Pane name="noms" style={{ zIndex: 450 }}>
        {names.map(({ item: { code, nom, centre }, shift }) => (
          <Marker
            key={`${code}-${shift}`}
            position={[centre[1], centre[0]]}
            icon={labelIcon(shortName(nom), shift)}
            interactive={false}
            keyboard={false}
          />
        ))}
      </Pane>
    </>
  )
}

function styleOf(feature?: { properties: CommuneDessinee['properties'] | null }): PathOptions {
  const properties = feature?.properties
  const schematic = properties?.schematique === true ? 'map-schematic' : ''
  return { className: `map-commune map-commune-${properties?.departement ?? ''} ${schematic}`, weight: 1.5 }
}

function namesAt(
  map: LeafletMap,
  zoom: number,
  communes: CarteCommunes,
  groupsAt: CommunesLayerProps['groupsAt'],
) {
  const pixelsPerMetre = 1 / metresPerPixel(map, zoom)
  const items = communes.features
    .map(({ properties }) => {
      const { x, y } = map.project([properties.centre[1], properties.centre[0]], zoom)
      const room = 2 * properties.rayon * pixelsPerMetre * OVERFLOW
      return { item: properties, text: shortName(properties.nom), x, y, room }
    })
    .toSorted((a, b) => b.room - a.room)
  return placeLabels(
    items,
    (groupsAt?.(zoom) ?? []).map((group) => obstacleOf(map, zoom, group)),
  )
}

function obstacleOf(map: LeafletMap, zoom: number, group: MapGroup): Obstacle {
  const { x, y } = map.project([group.latitude, group.longitude], zoom)
  const [right, down] = group.type === 'ALONE' ? group.offset : [0, 0]
  return { x: x + right, y: y + down, width: SIGN_PX, height: SIGN_PX - 6 }
}

function shortName(nom: string): string {
  return nom.replace(/^Paris /, '')
}

function metresPerPixel(map: LeafletMap, zoom: number): number {
  const latitude = (map.getCenter().lat * Math.PI) / 180
  return (156_543 * Math.cos(latitude)) / 2 ** zoom
}

function labelIcon(text: string, shift: number): DivIcon {
  const element = document.createElement('span')
  element.textContent = text
  element.ariaHidden = 'true'
  element.style.transform = `translateY(${shift}px)`
  return new DivIcon({ className: 'map-label', html: element, iconSize: [0, 0] })
}
