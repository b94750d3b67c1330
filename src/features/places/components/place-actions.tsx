'use client'

import type { EtatAction } from '@/domain/commun/etat-action'
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

type ReleaseProps = OccupationProps & {
  /** Holds it again, when the page offers it. */
  undo?: (previous: EtatAction, form: FormData) => Promise<EtatAction>
}

/** Gives back a place held without any request. */
export function ReleaseHold({ occupation: { id, version }, undo }: ReleaseProps) {
  return (
    <ActionForm
      action={release}
      hidden={{ occupationId: id, version }}
      {...(undo && { undo: { action: undo, hidden: { occupationId: id, version: version + 1 } } })}
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
