'use client'

import { ActionForm } from '@/ui/action-form'
import { book } from '../actions'

type HoldNowProps = {
  dispositifId: string
  /** which place, and its words */
  place: { id: string; libelle: string }
  /** the need as the search described it */
  besoin: {
    personnes: number
    couple: boolean
    animaux: boolean
    mobilite: boolean
    femmesSeulement: boolean
    genre: string
  }
  pourLe: string | null
}

/** Holds the first place that fits, at once, for the need that was described. */
export function HoldNow({ dispositifId, place, besoin, pourLe }: HoldNowProps) {
  const { personnes, couple, animaux, mobilite, femmesSeulement, genre } = besoin
  const hidden = {
    dispositifId,
    placeId: place.id,
    personnes,
    genre,
    couple: String(couple),
    animaux: String(animaux),
    mobilite: String(mobilite),
    femmesSeulement: String(femmesSeulement),
    ...(pourLe !== null && { pourLe }),
  }
  return (
    <ActionForm action={book} hidden={hidden} submitLabel={`Tenir ${place.libelle}`} className="contents" />
  )
}
