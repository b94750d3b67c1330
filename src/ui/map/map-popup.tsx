'use client'

import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { Popup } from 'react-leaflet'
import { Button } from '../button'

type MapPopupProps = {
  label: string
  longitude: number
  latitude: number
  /** Pixels between its place and its tip. */
  offset: readonly [x: number, y: number]
  /** Whether it was opened from the map, and takes the focus. */
  takesFocus: boolean
  onClose: () => void
  children: ReactNode
}

/** What was chosen on the map. Escape closes it. */
export function MapPopup({
  label,
  longitude,
  latitude,
  offset,
  takesFocus,
  onClose,
  children,
}: MapPopupProps) {
  const content = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) content.current?.focus({ preventScroll: true })
  }, [takesFocus])
  const close = useEffectEvent(onClose)
  useEffect(() => {
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key === 'Escape') close()
    }
    document.addEventListener('keydown', closeOnEscape)
    return () => document.removeEventListener('keydown', closeOnEscape)
  }, [])
  return (
    <Popup
      position={[latitude, longitude]}
      offset={[offset[0], offset[1]]}
      closeButton={false}
      closeOnClick={false}
      closeOnEscapeKey={false}
      minWidth={240}
      maxWidth={320}
      autoPanPadding={[16, 16]}
    >
      <section
        ref={content}
        aria-label={label}
        tabIndex={-1}
        className="relative flex flex-col gap-2 p-4 pr-14 outline-none"
      >
        {children}
        <Button
          variant="quiet"
          iconOnly
          aria-label="Fermer"
          onPress={onClose}
          className="absolute top-1 right-1"
        >
          <X aria-hidden />
        </Button>
      </section>
    </Popup>
  )
}
