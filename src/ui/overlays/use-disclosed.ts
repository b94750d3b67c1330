import { useState } from 'react'

/** Open or not, held here unless `isOpen` says it is held outside. */
export type DisclosedProps = { isOpen?: boolean; onOpenChange?: (isOpen: boolean) => void }

export function useDisclosed({ isOpen, onOpenChange }: DisclosedProps) {
  const [own, setOwn] = useState(false)
  function set(next: boolean) {
    setOwn(next)
    onOpenChange?.(next)
  }
  return { isOpen: isOpen ?? own, open: () => set(true), close: () => set(false) }
}
