'use client'

import { issueSchema, libellesIssue } from '@/domain/orientations/motifs'
import {
  acquisSchema,
  destinationSortieSchema,
  libellesAcquis,
  libellesDestination,
} from '@/domain/places/place'
import type { EtatAction } from '@/domain/commun/etat-action'
import { Button } from '@/ui/button'
import { CheckboxGroup } from '@/ui/fields/checkbox-group'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { leave } from '../actions'

type EndStayProps = {
  sejour: { id: string; version: number }
  /** Which place, in words. */
  libelle: string
  /** Takes the departure back, when the page offers it. */
  undo?: (previous: EtatAction, form: FormData) => Promise<EtatAction>
}

const issues = issueSchema.options.map((value) => ({ value, label: libellesIssue[value] }))
const destinations = destinationSortieSchema.options.map((value) => ({
  value,
  label: libellesDestination[value],
}))
const acquis = acquisSchema.options.map((value) => ({ value, label: libellesAcquis[value] }))

/** The end of a stay: where to, why, and what it brought. */
export function EndStay({ sejour: { id, version }, libelle, undo }: EndStayProps) {
  return (
    <DialogForm
      title={`Fin de séjour · ${libelle}`}
      renderTrigger={(open) => (
        <Button onPress={open} aria-label={`Fin de séjour : ${libelle}`}>
          Fin de séjour
        </Button>
      )}
      action={leave}
      hidden={{ occupationId: id, version }}
      submitLabel="Terminer le séjour"
      {...(undo && { undo: { action: undo, hidden: { occupationId: id, version: version + 1 } } })}
    >
      {({ champs }) => (
        <>
          <Select
            name="destination"
            label="Destination"
            options={destinations}
            isRequired
            error={champs.destination?.[0]}
          />
          <Select name="issue" label="Issue" options={issues} isRequired error={champs.issue?.[0]} />
          <CheckboxGroup
            name="acquis"
            label="Ce que le séjour a apporté"
            description="Facultatif : ce que l’équipe a vu."
            options={acquis}
          />
        </>
      )}
    </DialogForm>
  )
}
