'use client'

import { Button } from '@/ui/button'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { move } from '../actions'

type MoveStayProps = {
  sejour: { id: string; version: number }
  libelle: string
  /** where the stay may go on: free places, with their words */
  places: readonly { id: string; libelle: string }[]
}

/** A stay goes on elsewhere, at once. */
export function MoveStay({ sejour: { id, version }, libelle, places }: MoveStayProps) {
  return (
    <DialogForm
      title={`Déplacer · ${libelle}`}
      renderTrigger={(open) => (
        <Button onPress={open} isDisabled={places.length === 0}>
          Déplacer
        </Button>
      )}
      action={move}
      hidden={{ occupationId: id, version }}
      submitLabel="Déplacer le séjour"
    >
      {({ champs }) => (
        <Select
          name="placeId"
          label="Vers"
          options={places.map((place) => ({ value: place.id, label: place.libelle }))}
          isRequired
          error={champs.placeId?.[0]}
        />
      )}
    </DialogForm>
  )
}
