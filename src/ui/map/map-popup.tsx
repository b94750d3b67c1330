'use client'

import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef, type ReactNode } from 'react'
import { Popup } from 'react-leaflet'
import { Button } from '../button'

type MapPopupProps = {
  label: string
  longitude: number
  latitude: number
  /** Pixels between its place and its tip. */
  offset: readonly [x: number, y: number]
  /** Asks for the focus, each new object once more; null when it was not opened from the map. */
  focusRequest: object | null
  onClose: () => void
  children: ReactNode
}

/** What was chosen on the map. Escape closes it. */
export function MapPopup({ longitude, latitude, offset, ...content }: MapPopupProps) {
  // A new array would close and open the popup again, and lose the focus inside.
  const position = useMemo(() => ({ lat: latitude, lng: longitude }), [latitude, longitude])
  return (
    <Popup
      position={position}
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

type PopupContentProps = Pick<MapPopupProps, 'label' | 'focusRequest' | 'onClose' | 'children'>

/** Apart from the popup: it only exists once Leaflet has opened it, and takes the focus then. */
function PopupContent({ label, focusRequest, onClose, children }: PopupContentProps) {
  const content = useRef<HTMLElement>(null)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (focusRequest !== null) content.current?.focus({ preventScroll: true })
  }, [focusRequest])
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
