'use client'

import { ActionForm } from '@/ui/action-form'
import { openAgain } from '../actions'

type ReopenClosureProps = {
  fermetureId: string
  /** not begun yet: then it never takes place */
  isToCome?: boolean
}

/** A closure ends now. */
export function ReopenClosure({ fermetureId, isToCome = false }: ReopenClosureProps) {
  return (
    <ActionForm
      action={openAgain}
      hidden={{ fermetureId }}
      submitLabel={isToCome ? 'Ne pas fermer' : 'Rouvrir'}
      variant="secondary"
      className="contents"
    />
  )
}
