'use client'

import { Button } from '@/ui/button'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { takeBack } from '../actions'

/** The person takes her agreement back: said once, and what it does is said before. */
export function TakeBackConsent({
  orientation: { id, version },
  isOpen,
}: {
  orientation: { id: string; version: number }
  /** the request is still open: it ends with the agreement */
  isOpen: boolean
}) {
  return (
    <DialogForm
      title="La personne retire son accord"
      renderTrigger={(open) => (
        <Button variant="quiet" onPress={open}>
          Elle retire son accord
        </Button>
      )}
      action={takeBack}
      hidden={{ id, version }}
      submitLabel="Retirer l’accord"
      variant="danger"
    >
      <p>
        L’autre structure ne verra plus son code, aussitôt.
        {isOpen
          ? ' La demande est retirée, et la place tenue rendue.'
          : ' Le séjour en cours, lui, continue.'}
      </p>
    </DialogForm>
  )
}
