'use client'

import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { buzz } from './haptic'

type ToggleTileProps = {
  children: ReactNode
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  /** a count or a state, at the end of the line */
  note?: ReactNode
}

/** A yes or a no as wide as a thumb needs. */
export function ToggleTile({ children, isSelected, onChange, note }: ToggleTileProps) {
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      onClick={() => {
        buzz()
        onChange(!isSelected)
      }}
      className="flex min-h-14 w-full cursor-pointer items-center gap-2 rounded-control border border-edge bg-surface px-3 py-2 text-left text-lg leading-tight font-medium select-none active:bg-accent-soft aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:font-semibold aria-pressed:text-on-accent"
    >
      <span aria-hidden className="flex size-5 shrink-0 items-center justify-center">
        {isSelected && <Check className="size-5" strokeWidth={3} />}
      </span>
      <span className="min-w-0 flex-1">{children}</span>
      {note}
    </button>
  )
}
