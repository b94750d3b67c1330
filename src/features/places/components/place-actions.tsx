'use client'

import { ActionForm } from '@/ui/action-form'
import { extend, ready, release } from '../actions'

type OccupationProps = { occupation: { id: string; version: number } }

/** More time for a held place. */
export function ExtendHold({ occupation: { id, version } }: OccupationProps) {
  return (
    <ActionForm
      action={extend}
      hidden={{ occupationId: id, version }}
      submitLabel="Prolonger"
      variant="secondary"
      className="contents"
    />
  )
}

/** Gives back a place held without any request. */
export function ReleaseHold({ occupation: { id, version } }: OccupationProps) {
  return (
    <ActionForm
      action={release}
      hidden={{ occupationId: id, version }}
      submitLabel="Libérer"
      variant="secondary"
      className="contents"
    />
  )
}

/** The place left is clean and ready. */
export function MarkReady({ place: { id, version } }: { place: { id: string; version: number } }) {
  return (
    <ActionForm
      action={ready}
      hidden={{ placeId: id, version }}
      submitLabel="Prête"
      variant="secondary"
      className="contents"
    />
  )
}
