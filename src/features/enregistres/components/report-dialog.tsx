'use client'

import type { ReactNode } from 'react'
import type { EtatAction } from '@/domain/commun/etat-action'
import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/fields/text-field'
import { Dialog } from '@/ui/overlays/dialog'

type ReportDialogProps = {
  title: string
  renderTrigger: (open: () => void) => ReactNode
  action: (previous: EtatAction, form: FormData) => Promise<EtatAction>
  /** Which report it is about. */
  hidden: Readonly<Record<string, string>>
  children: (etat: EtatAction) => ReactNode
}

/** What one asks of a kept report: a short form over the page, closed once it is done. */
export function ReportDialog({ title, renderTrigger, action, hidden, children }: ReportDialogProps) {
  return (
    <Dialog title={title} renderTrigger={renderTrigger}>
      {(close) => (
        <ActionForm
          action={action}
          hidden={hidden}
          submitLabel="Enregistrer"
          onDone={close}
          secondary={<Button onPress={close}>Annuler</Button>}
        >
          {children}
        </ActionForm>
      )}
    </Dialog>
  )
}

type NameFieldProps = { nom: string; etat: EtatAction; description?: string }

/** The name that a report is kept under. */
export function NameField({ nom, etat: { champs }, description }: NameFieldProps) {
  return (
    <TextField
      name="nom"
      label="Nom du rapport"
      {...(description !== undefined && { description })}
      defaultValue={nom}
      maxLength={80}
      isRequired
      error={champs['nom']?.[0]}
    />
  )
}
