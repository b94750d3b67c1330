'use client'

import type { LatLngBoundsExpression, Map as LeafletMap } from 'leaflet'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { MapContainer, ZoomControl } from 'react-leaflet'
import type { CarteCommunes } from '@/domain/territoire/carte'
import { EMPRISE_REGION, type Emprise } from '@/domain/territoire/geometrie'
import { BackgroundLayer } from './background-layer'
import type { MapGroup } from './clusters'
import { CommunesLayer } from './communes-layer'
import './map.css'

type MapCanvasProps = {
  /** What is on the map; read out when one enters it. */
  label: string
  /** What to show at first, and again whenever it changes. */
  emprise: Emprise
  communes: CarteCommunes | null
  /** What stands on the map at a zoom, for the names of communes to keep out of its way. */
  groupsAt?: (zoom: number) => readonly MapGroup[]
  /** Whose background this server offers, as it asks to be named; null when it offers none. */
  backgroundCredit: string | null
  children?: ReactNode
}

/** Pixels around what is shown: a schematic cell goes a little beyond the disc of its surface. */
const MARGIN: [number, number] = [14, 14]
const ZOOM = { min: 9, max: 17 }
/** How far one may drag beyond the region before it springs back. */
const MAX_BOUNDS = boundsOf({
  ouest: EMPRISE_REGION.ouest - 0.2,
  sud: EMPRISE_REGION.sud - 0.15,
  est: EMPRISE_REGION.est + 0.2,
  nord: EMPRISE_REGION.nord + 0.15,
})

/** The map of both departments: communes, names, an optional background; what it shows is given as children. */
export function MapCanvas(props: MapCanvasProps) {
  const { label, emprise, communes, groupsAt, backgroundCredit, children } = props
  const [map, setMap] = useState<LeafletMap | null>(null)
  useEffect(() => {
    map?.getContainer().setAttribute('role', 'region')
    map?.getContainer().setAttribute('aria-label', label)
  }, [map, label])
  useFit(map, emprise)
  return (
    <MapContainer
      ref={setMap}
      className="map size-full"
      bounds={boundsOf(emprise)}
      boundsOptions={{ padding: MARGIN }}
      maxBounds={MAX_BOUNDS}
      maxBoundsViscosity={0.8}
      minZoom={ZOOM.min}
      maxZoom={ZOOM.max}
      zoomSnap={0.25}
      zoomControl={false}
      attributionControl={false}
    >
      <ZoomControl position="topright" zoomInTitle="Agrandir" zoomOutTitle="Réduire" />
      {backgroundCredit !== null && <BackgroundLayer credit={backgroundCredit} />}
      {communes !== null && <CommunesLayer communes={communes} groupsAt={groupsAt} />}
      {children}
    </MapContainer>
  )
}

/** Shows another box when it is given one; the first is where the map was made. */
function useFit(map: LeafletMap | null, { ouest, sud, est, nord }: Emprise) {
  const shown = useRef([ouest, sud, est, nord].join())
  useEffect(() => {
    const asked = [ouest, sud, est, nord].join()
    if (map === null || asked === shown.current) return
    const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches
    map.fitBounds(boundsOf({ ouest, sud, est, nord }), { animate, padding: MARGIN })
    shown.current = asked
  }, [map, ouest, sud, est, nord])
}

function boundsOf({ ouest, sud, est, nord }: Emprise): LatLngBoundsExpression {
  return [
    [sud, ouest],
    [nord, est],
  ]
}
