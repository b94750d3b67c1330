'use client'

import { Bookmark } from 'lucide-react'
import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/fields/text-field'
import { Dialog } from '@/ui/overlays/dialog'
import { keep } from '../actions'

type KeepReportProps = { question: string; nom: string }

/** Keeps what the report on screen asks, never its figures. */
export function KeepReport({ question, nom }: KeepReportProps) {
  return (
    <Dialog
      title="Enregistrer ce rapport"
      renderTrigger={(open) => (
        <Button onPress={open}>
          <Bookmark aria-hidden />
          Enregistrer
        </Button>
      )}
    >
      {(close) => (
        <ActionForm
          action={keep}
          hidden={{ question }}
          submitLabel="Enregistrer"
          onDone={close}
          secondary={<Button onPress={close}>Annuler</Button>}
        >
          {({ champs }) => (
            <TextField
              name="nom"
              label="Nom du rapport"
              description="Ses chiffres seront recomptés à chaque ouverture. Une période qui bouge, comme « le trimestre dernier », suit le calendrier."
              defaultValue={nom}
              maxLength={80}
              isRequired
              error={champs['nom']?.[0]}
            />
          )}
        </ActionForm>
      )}
    </Dialog>
  )
}
