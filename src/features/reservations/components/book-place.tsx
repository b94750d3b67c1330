'use client'

import { Button } from '@/ui/button'
import { DateField } from '@/ui/fields/date-field'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { book } from '../actions'

type BookPlaceProps = {
  dispositifId: string
  place: { id: string; libelle: string; couchages: number }
  /** first night one may ask for, `AAAA-MM-JJ` */
  ceSoir: string
}

const counts = [
  { value: '1', label: 'Une personne' },
  { value: '2', label: 'Deux personnes' },
] as const

/** Promises this place without a request, tonight or from a day on, behind who is there if need be. */
export function BookPlace({ dispositifId, place: { id, libelle, couchages }, ceSoir }: BookPlaceProps) {
  return (
    <DialogForm
      title={`Réserver · ${libelle}`}
      renderTrigger={(open) => <Button onPress={open}>Réserver</Button>}
      action={book}
      hidden={{ dispositifId, placeId: id, ...(couchages === 1 && { personnes: 1 }) }}
      submitLabel="Réserver"
    >
      {({ champs }) => (
        <>
          <DateField
            name="pourLe"
            label="Arrivée le"
            description="Vide : ce soir."
            min={ceSoir}
            error={champs.pourLe?.[0]}
          />
          <DateField
            name="fin"
            label="Départ le"
            description="Vide : selon la règle de séjour."
            min={ceSoir}
            error={champs.fin?.[0]}
          />
          {couchages > 1 && (
            <SegmentedControl name="personnes" label="Pour" options={counts} defaultValue="1" />
          )}
        </>
      )}
    </DialogForm>
  )
}
