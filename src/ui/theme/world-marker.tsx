'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { APPEARANCE_EVENT } from './appearance'

/** Going from the desk to the pavement without reloading also changes sizes and theme. */
export function WorldMarker() {
  const pathname = usePathname()
  useEffect(() => {
    window.dispatchEvent(new CustomEvent(APPEARANCE_EVENT, { detail: pathname }))
  }, [pathname])
  return null
}
