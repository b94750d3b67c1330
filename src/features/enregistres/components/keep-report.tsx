'use client'

import { Bookmark } from 'lucide-react'
import { Button } from '@/ui/button'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { keep } from '../actions'
import { NameField } from './name-field'

type KeepReportProps = { question: string; nom: string }

/** Keeps what the report on screen asks, never its figures. */
export function KeepReport({ question, nom }: KeepReportProps) {
  return (
    <DialogForm
      title="Enregistrer ce rapport"
      renderTrigger={(open) => (
        <Button onPress={open}>
          <Bookmark aria-hidden />
          Enregistrer
        </Button>
      )}
      action={keep}
      hidden={{ question }}
      submitLabel="Enregistrer"
    >
      {(etat) => (
        <NameField
          nom={nom}
          etat={etat}
          description="Ses chiffres seront recomptés à chaque ouverture. Une période qui bouge, comme « le trimestre dernier », suit le calendrier."
        />
      )}
    </DialogForm>
  )
}
