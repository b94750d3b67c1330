'use client'

import { Button } from '@/ui/button'
import { DateField } from '@/ui/fields/date-field'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { prolong } from '../actions'

type ProlongStayProps = {
  sejour: { id: string; version: number }
  libelle: string
  /** the planned last day, `AAAA-MM-JJ`; null: none */
  fin: string | null
  demain: string
}

/** A new day of departure, within the rule of the device. */
export function ProlongStay({ sejour: { id, version }, libelle, fin, demain }: ProlongStayProps) {
  return (
    <DialogForm
      title={`Changer la fin · ${libelle}`}
      renderTrigger={(open) => <Button onPress={open}>Prolonger</Button>}
      action={prolong}
      hidden={{ occupationId: id, version }}
      submitLabel="Changer la fin"
    >
      {({ champs }) => (
        <DateField
          name="fin"
          label="Dernier jour"
          description="Départ à midi. Au-delà de la règle, il faut une prolongation accordée."
          min={demain}
          {...(fin !== null && { defaultValue: fin })}
          isRequired
          error={champs.fin?.[0]}
        />
      )}
    </DialogForm>
  )
}
