'use client'

import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { Dialog } from '@/ui/overlays/dialog'
import { takeIn } from '../actions'

type TakeInProps = { place: { id: string; libelle: string; couchages: number } }

const counts = [
  { value: '1', label: 'Une personne' },
  { value: '2', label: 'Deux personnes' },
] as const

/** Somebody at the door, without any request: a place, and nothing else to fill in. */
export function TakeIn({ place: { id, libelle, couchages } }: TakeInProps) {
  return (
    <Dialog
      title={`Admettre sans demande · ${libelle}`}
      renderTrigger={(open) => (
        <Button variant="quiet" onPress={open} aria-label={`Admettre sans demande : ${libelle}`}>
          Admettre
        </Button>
      )}
    >
      {(close) => (
        <ActionForm
          action={takeIn}
          hidden={{ placeId: id, ...(couchages === 1 ? { personnes: 1 } : {}) }}
          submitLabel="Noter l’arrivée"
          onDone={close}
          secondary={<Button onPress={close}>Annuler</Button>}
        >
          <p className="text-soft">
            Pour une personne venue d’elle-même. Rien d’autre n’est enregistré que son séjour.
          </p>
          {couchages > 1 && (
            <SegmentedControl name="personnes" label="Pour" options={counts} defaultValue="1" />
          )}
        </ActionForm>
      )}
    </Dialog>
  )
}
