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
export function MapPopup({ longitude, latitude, offset, ...content }: MapPopupProps) {
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
      <PopupContent {...content} />
    </Popup>
  )
}

type PopupContentProps = Pick<MapPopupProps, 'label' | 'takesFocus' | 'onClose' | 'children'>

/** Apart from the popup: it only exists once Leaflet has opened it, and takes the focus then. */
function PopupContent({ label, takesFocus, onClose, children }: PopupContentProps) {
  const content = useRef<HTMLElement>(null)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (takesFocus) content.current?.focus({ preventScroll: true })
  }, [takesFocus])
  useEffect(() => {
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key === 'Escape') close()
    }
    document.addEventListener('keydown', closeOnEscape)
    return () => document.removeEventListener('keydown', closeOnEscape)
  }, [])
  return (
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
  )
}
