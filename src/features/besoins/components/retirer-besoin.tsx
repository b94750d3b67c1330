'use client'

import { ActionForm } from '@/ui/action-form'
import { withdrawNeed } from '../actions'

/** Takes a line back, the day it was written. */
export function RetirerBesoin({ id }: { id: string }) {
  return (
    <ActionForm
      action={withdrawNeed}
      hidden={{ id }}
      submitLabel="Retirer"
      variant="quiet"
      className="contents"
    />
  )
}
