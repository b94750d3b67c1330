'use client'

import { useState } from 'react'
import { AttributionControl, TileLayer, useMap } from 'react-leaflet'

/** `credit`: whose plan it is. */
type BackgroundLayerProps = { credit: string }

/**
 * The plan under the communes, through our own server. It appears with its first square; until then, and wherever the view has
 * none, the map is whole without it.
 */
export function BackgroundLayer({ credit }: BackgroundLayerProps) {
  const map = useMap()
  const [isThere, setIsThere] = useState(false)
  function show() {
    map.getContainer().dataset['tiles'] = 'oui'
    setIsThere(true)
  }
  function hideWhenBare() {
    if (map.getPane('tilePane')?.querySelector('.leaflet-tile-loaded')) return
    delete map.getContainer().dataset['tiles']
    setIsThere(false)
  }
  return (
    <>
      <TileLayer
        url="/api/tuiles/{z}/{x}/{y}"
        minZoom={8}
        maxZoom={18}
        eventHandlers={{ tileload: show, load: hideWhenBare }}
        attribution={credit}
      />
      {isThere && <AttributionControl prefix={false} />}
    </>
  )
}
