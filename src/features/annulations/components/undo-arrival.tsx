'use client'

import { ActionForm } from '@/ui/action-form'
import { cancelArrival } from '../actions'

/** An arrival noted by mistake, of less than a day. */
export function UndoArrival({ sejour: { id, version } }: { sejour: { id: string; version: number } }) {
  return (
    <ActionForm
      action={cancelArrival}
      hidden={{ occupationId: id, version }}
      submitLabel="Annuler l’arrivée"
      variant="quiet"
      className="contents"
    />
  )
}
