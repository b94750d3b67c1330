'use client'

import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { Select } from '@/ui/fields/select'
import { Dialog } from '@/ui/overlays/dialog'
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
    <Dialog
      title={`Déplacer · ${libelle}`}
      renderTrigger={(open) => (
        <Button onPress={open} isDisabled={places.length === 0}>
          Déplacer
        </Button>
      )}
    >
      {(close) => (
        <ActionForm
          action={move}
          hidden={{ occupationId: id, version }}
          submitLabel="Déplacer le séjour"
          onDone={close}
          secondary={<Button onPress={close}>Annuler</Button>}
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
        </ActionForm>
      )}
    </Dialog>
  )
}
