'use client'

import { communes } from '@/domain/territoire/communes'
import { Button } from '@/ui/button'
import { ComboBox } from '@/ui/fields/combo-box'
import { TextField } from '@/ui/fields/text-field'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { target } from '../actions'

const secteurs = communes.map(({ code, nom }) => ({ value: code, label: nom }))

/** How many hours a week a sector should have, all organisations together. */
export function SetObjectif({ semaine }: { semaine: string }) {
  return (
    <DialogForm
      title="Fixer un objectif"
      renderTrigger={(open) => <Button onPress={open}>Fixer un objectif</Button>}
      action={target}
      hidden={{ semaine }}
      submitLabel="Enregistrer"
    >
      {({ champs }) => (
        <>
          <p>Il vaut à partir de cette semaine ; les semaines passées gardent le leur.</p>
          <ComboBox
            name="secteurCode"
            label="Secteur"
            options={secteurs}
            isRequired
            error={champs.secteurCode?.[0]}
          />
          <TextField
            name="heures"
            label="Heures de maraude par semaine"
            inputMode="numeric"
            autoComplete="off"
            isRequired
            error={champs.heures?.[0]}
          />
        </>
      )}
    </DialogForm>
  )
}
