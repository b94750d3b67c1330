'use client'

import { causeFermetureSchema, libellesCauseFermeture } from '@/domain/places/place'
import { Button } from '@/ui/button'
import { DateField } from '@/ui/fields/date-field'
import { Select } from '@/ui/fields/select'
import { TextField } from '@/ui/fields/text-field'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { close as closePlace, closeAll } from '../actions'

/** What closes: one place, or the whole device. */
type Target = { placeId: string } | { dispositifId: string }
type ClosePlaceProps = { cible: Target; libelle: string; demain: string }

const causes = causeFermetureSchema.options.map((value) => ({ value, label: libellesCauseFermeture[value] }))

/** Closes from now or from a day on, with its cause; who is there stays listed, to be housed elsewhere. */
export function ClosePlace({ cible, libelle, demain }: ClosePlaceProps) {
  return (
    <DialogForm
      title={`Fermer · ${libelle}`}
      renderTrigger={(open) => <Button onPress={open}>Fermer</Button>}
      action={'placeId' in cible ? closePlace : closeAll}
      hidden={cible}
      submitLabel="Noter la fermeture"
      variant="danger"
    >
      {({ champs }) => (
        <>
          <Select name="cause" label="Cause" options={causes} isRequired error={champs.cause?.[0]} />
          <DateField
            name="du"
            label="À partir du"
            description="Vide : tout de suite."
            error={champs.du?.[0]}
          />
          <DateField
            name="finPrevue"
            label="Réouverture espérée"
            min={demain}
            error={champs.finPrevue?.[0]}
          />
          <TextField name="note" label="Note" description="Ni nom, ni numéro." error={champs.note?.[0]} />
        </>
      )}
    </DialogForm>
  )
}
