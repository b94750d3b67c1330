'use client'

import { Button } from '@/ui/button'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { takeIn } from '../actions'

type TakeInProps = { place: { id: string; libelle: string; couchages: number } }

const counts = [
  { value: '1', label: 'Une personne' },
  { value: '2', label: 'Deux personnes' },
] as const

/** Somebody at the door, without any request: a place, and nothing else to fill in. */
export function TakeIn({ place: { id, libelle, couchages } }: TakeInProps) {
  return (
    <DialogForm
      title={`Admettre sans demande · ${libelle}`}
      renderTrigger={(open) => (
        <Button onPress={open} aria-label={`Admettre sans demande : ${libelle}`}>
          Admettre
        </Button>
      )}
      action={takeIn}
      hidden={{ placeId: id, ...(couchages === 1 ? { personnes: 1 } : {}) }}
      submitLabel="Noter l’arrivée"
    >
      <p className="text-soft">
        Pour une personne venue d’elle-même. Rien d’autre n’est enregistré que son séjour.
      </p>
      {couchages > 1 && <SegmentedControl name="personnes" label="Pour" options={counts} defaultValue="1" />}
    </DialogForm>
  )
}
