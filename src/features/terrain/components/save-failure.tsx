'use client'

import { Banner } from '@/ui/banner'

/** Nothing was saved, and the form still holds everything. */
export function SaveFailure({ message }: { message: string | null }) {
  if (message === null) return null
  return (
    <Banner
      tone="danger"
      title="Pas enregistré"
      kept={message}
      nextStep="Libérez de la place sur la tablette, puis recommencez."
    />
  )
}
