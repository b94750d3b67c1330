'use client'

import { CircleAlert } from 'lucide-react'

/** Why the button under the thumb did nothing, said right above it. What was typed is kept. */
export function BarAlert({ message }: { message: string | null }) {
  return (
    <p
      role="alert"
      className={`flex items-start gap-2 text-base font-semibold text-danger ${message === null ? 'hidden' : 'basis-full!'}`}
    >
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
      {message}
    </p>
  )
}
