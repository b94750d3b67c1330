'use client'

import { useState } from 'react'
import { AttributionControl, TileLayer, useMap } from 'react-leaflet'

/**
 * The plan under the communes, through our own server. It appears with its first square; until then, and where there is none,
 * the map is whole without it.
 */
export function BackgroundLayer() {
  const map = useMap()
  const [isThere, setIsThere] = useState(false)
  function show() {
    map.getContainer().dataset['tiles'] = 'oui'
    setIsThere(true)
  }
  return (
    <>
      <TileLayer
        url="/api/tuiles/{z}/{x}/{y}"
        minZoom={8}
        maxZoom={18}
        eventHandlers={{ tileload: show }}
        attribution="© IGN, Géoplateforme"
      />
      {isThere && <AttributionControl prefix={false} />}
    </>
  )
}
