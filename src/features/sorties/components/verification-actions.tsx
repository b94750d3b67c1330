'use client'

import { ActionForm } from '@/ui/action-form'
import { check } from '../actions'

type VerificationActionsProps = { sortieId: string; mois: 3 | 6 }

/** Whether an exit holds, three or six months later: two answers, one tap. */
export function VerificationActions({ sortieId, mois }: VerificationActionsProps) {
  return (
    <span data-no-print className="flex flex-wrap items-center gap-2 *:my-0!">
      <span className="text-sm text-soft">À {mois} mois, est-ce que cela tient ?</span>
      <ActionForm
        action={check}
        hidden={{ sortieId, mois, stable: 'oui' }}
        submitLabel="Oui"
        variant="secondary"
        className="contents"
      />
      <ActionForm
        action={check}
        hidden={{ sortieId, mois, stable: 'non' }}
        submitLabel="Non, ou sans nouvelles"
        variant="secondary"
        className="contents"
      />
    </span>
  )
}
