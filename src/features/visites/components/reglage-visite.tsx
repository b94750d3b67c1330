'use client'

import { libellesQuiPrevenir, type QuiPrevenir, quiPrevenirSchema } from '@/domain/parcours/visites'
import { Button } from '@/ui/button'
import { CheckboxGroup } from '@/ui/fields/checkbox-group'
import { TextField } from '@/ui/fields/text-field'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { configure } from '../actions'

type ReglageVisiteProps = {
  dispositifId: string
  regle: { alerteApres: number; prevenir: readonly QuiPrevenir[] }
}

const people = quiPrevenirSchema.options.map((value) => ({ value, label: libellesQuiPrevenir[value] }))

/** After how many silent days the alert is given, and who is told. */
export function ReglageVisite({ dispositifId, regle }: ReglageVisiteProps) {
  return (
    <DialogForm
      title="Alerte « pas de réponse »"
      renderTrigger={(open) => <Button onPress={open}>Régler l’alerte</Button>}
      action={configure}
      hidden={{ dispositifId }}
      submitLabel="Enregistrer"
    >
      {({ champs }) => (
        <>
          <TextField
            name="alerteApres"
            type="number"
            min={1}
            max={30}
            label="Jours de suite sans réponse"
            description="1 : dès la première fois."
            defaultValue={regle.alerteApres}
            isRequired
            error={champs.alerteApres?.[0]}
          />
          <CheckboxGroup
            name="prevenir"
            label="Prévenir"
            options={people}
            defaultValue={regle.prevenir}
            error={champs.prevenir?.[0]}
          />
        </>
      )}
    </DialogForm>
  )
}
