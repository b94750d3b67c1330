'use client'

import { DivIcon } from 'leaflet'
import { Marker, Pane } from 'react-leaflet'

type Pin = { id: string; longitude: number; latitude: number; count: number }

/** A pin for each place, with how many times it counts; for eyes only, so the same is to be said in words beside the map. */
export function PinsLayer({ pins }: { pins: readonly Pin[] }) {
  return (
    <Pane name="epingles" style={{ zIndex: 620 }}>
      {pins.map(({ id, longitude, latitude, count }) => (
        <Marker
          key={`${id} ${count}`}
          position={[latitude, longitude]}
          icon={pinIcon(count)}
          interactive={false}
          keyboard={false}
        />
      ))}
    </Pane>
  )
}

function pinIcon(count: number): DivIcon {
  const element = document.createElement('span')
  element.textContent = String(count)
  element.ariaHidden = 'true'
  return new DivIcon({ className: 'map-pin', html: element, iconSize: [0, 0] })
}
