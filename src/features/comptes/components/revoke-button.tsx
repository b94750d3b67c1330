'use client'

import { useActionState } from 'react'
import { Button } from '@/ui/button'
import { revoke } from '../actions'

type RevokeButtonProps = { compteId: string; courriel: string; sessions: number }

/** Ends the account's sessions at once: it signs in again, and nothing it did is lost. */
export function RevokeButton({ compteId, courriel, sessions }: RevokeButtonProps) {
  const [said, submit, isPending] = useActionState(revoke, null)
  return (
    <form action={submit} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input type="hidden" name="compteId" value={compteId} />
      {sessions > 0 && (
        <Button type="submit" isPending={isPending} aria-label={`Fermer les sessions de ${courriel}`}>
          Fermer
        </Button>
      )}
      <output className="text-sm text-soft">{said}</output>
    </form>
  )
}
