'use client'

import { DivIcon, type LeafletKeyboardEvent, type Marker as LeafletMarker } from 'leaflet'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Marker } from 'react-leaflet'

type MapMarkerProps = {
  /** What a screen reader says. */
  label: string
  longitude: number
  latitude: number
  /** Side of the sign, in pixels. */
  size: number
  /** Pixels away from its place. */
  offset?: readonly [x: number, y: number]
  isChosen?: boolean
  /** Takes the focus as soon as it is there. */
  takesFocus?: boolean
  onChoose: () => void
  children: ReactNode
}

/** A button on the map, drawn by React. */
export function MapMarker(props: MapMarkerProps) {
  const {
    label,
    longitude,
    latitude,
    size,
    offset,
    isChosen = false,
    takesFocus = false,
    onChoose,
    children,
  } = props
  const [x, y] = offset ?? [0, 0]
  const marker = useRef<LeafletMarker>(null)
  const [element] = useState(() => document.createElement('div'))
  const icon = useMemo(
    () =>
      new DivIcon({
        html: element,
        className: '',
        iconSize: [size, size],
        iconAnchor: [size / 2 - x, size / 2 - y],
      }),
    [element, size, x, y],
  )
  useEffect(() => {
    const button = marker.current?.getElement()
    button?.setAttribute('aria-label', label)
    button?.setAttribute('aria-pressed', String(isChosen))
  }, [label, isChosen])
  useEffect(() => {
    if (takesFocus) marker.current?.getElement()?.focus()
  }, [takesFocus])
  return (
    <>
      <Marker
        ref={marker}
        position={[latitude, longitude]}
        icon={icon}
        zIndexOffset={isChosen ? 1000 : 0}
        eventHandlers={{
          click: onChoose,
          keydown: ({ originalEvent }: LeafletKeyboardEvent) => {
            if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return
            originalEvent.preventDefault()
            onChoose()
          },
        }}
      />
      {createPortal(children, element)}
    </>
  )
}
