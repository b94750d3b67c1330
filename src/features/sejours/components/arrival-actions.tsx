'use client'

import { libellesMotifNonVenue, motifNonVenueSchema } from '@/domain/orientations/motifs'
import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { arrive, notArrived } from '../actions'

type ArrivalActionsProps = { orientation: { id: string; version: number } }

const motifs = motifNonVenueSchema.options.map((value) => ({ value, label: libellesMotifNonVenue[value] }))

/** For a place held: somebody is there, or nobody came. */
export function ArrivalActions({ orientation: { id, version } }: ArrivalActionsProps) {
  return (
    <>
      <ActionForm action={arrive} hidden={{ id, version }} submitLabel="Admettre" className="contents" />
      <NotArrived id={id} version={version} />
    </>
  )
}

/** Nobody came: what is known of it, and what was held is freed. */
export function NotArrived({ id, version }: { id: string; version: number }) {
  return (
    <DialogForm
      title="Personne n’est venu"
      renderTrigger={(open) => <Button onPress={open}>Non venue</Button>}
      action={notArrived}
      hidden={{ id, version }}
      submitLabel="Libérer la place"
    >
      {({ champs }) => (
        <Select name="motif" label="Ce que l’on sait" options={motifs} isRequired error={champs.motif?.[0]} />
      )}
    </DialogForm>
  )
}
