'use client'

import { ActionForm } from '@/ui/action-form'
import { openAgain } from '../actions'

/** A closure ends now. */
export function ReopenClosure({ fermetureId }: { fermetureId: string }) {
  return (
    <ActionForm
      action={openAgain}
      hidden={{ fermetureId }}
      submitLabel="Rouvrir"
      variant="secondary"
      className="contents"
    />
  )
}
