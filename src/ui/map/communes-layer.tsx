'use client'

import { DivIcon, type Map as LeafletMap, type PathOptions } from 'leaflet'
import { useMemo, useState } from 'react'
import { GeoJSON, Marker, Pane, useMap, useMapEvents } from 'react-leaflet'
import type { CarteCommunes, CommuneDessinee } from '@/domain/territoire/carte'

type CommunesLayerProps = {
  communes: CarteCommunes
  labelShifts: ReadonlyMap<string, number> | undefined
}

/** Average width of a letter of a name, in pixels. */
const LETTER_PX = 6.6

/** The 59 communes, tinted by department, each with its name once there is room for it. */
export function CommunesLayer({ communes, labelShifts }: CommunesLayerProps) {
  const map = useMap()
  const [zoom, setZoom] = useState(() => map.getZoom())
  useMapEvents({ zoomend: () => setZoom(map.getZoom()) })
  const readable = useMemo(
    () => communes.features.filter((commune) => fits(commune, metresPerPixel(map, zoom))),
    [communes, map, zoom],
  )
  return (
    <>
      <GeoJSON data={communes} interactive={false} style={styleOf} />
      <Pane name="noms" style={{ zIndex: 450 }}>
        {readable.map(({ properties: { code, nom, centre } }) => (
          <Marker
            key={`${code}-${labelShifts?.get(code) ?? 0}`}
            position={[centre[1], centre[0]]}
            icon={labelIcon(shortName(nom), labelShifts?.get(code) ?? 0)}
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

function fits({ properties: { nom, rayon } }: CommuneDessinee, metresPerPx: number): boolean {
  return shortName(nom).length * LETTER_PX < ((2 * rayon) / metresPerPx) * 1.15
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
