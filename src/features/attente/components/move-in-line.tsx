'use client'

import { libellesMotifRang, motifRangSchema } from '@/domain/orientations/motifs'
import { Button } from '@/ui/button'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { move } from '../actions'

type MoveInLineProps = { orientation: { id: string; version: number }; rank: number; last: number }

const motifs = motifRangSchema.options.map((value) => ({ value, label: libellesMotifRang[value] }))

/** Changes somebody's place in line: the new rank, and why, which all who ask will read. */
export function MoveInLine({ orientation: { id, version }, rank, last }: MoveInLineProps) {
  const ranks = Array.from({ length: last }, (_, index) => index + 1)
    .filter((each) => each !== rank)
    .map((each) => ({ value: String(each), label: `Rang ${each}` }))
  return (
    <DialogForm
      title={`Changer le rang ${rank}`}
      renderTrigger={(open) => (
        <Button onPress={open} aria-label={`Changer le rang ${rank}`}>
          Changer
        </Button>
      )}
      action={move}
      hidden={{ id, version }}
      submitLabel="Changer le rang"
    >
      {({ champs }) => (
        <>
          <Select
            name="versRang"
            label="Nouveau rang"
            options={ranks}
            isRequired
            error={champs.versRang?.[0]}
          />
          <Select name="motif" label="Motif" options={motifs} isRequired error={champs.motif?.[0]} />
        </>
      )}
    </DialogForm>
  )
}
