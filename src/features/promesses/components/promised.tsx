'use client'

import { issueSchema, libellesIssue } from '@/domain/orientations/motifs'
import { ActionForm } from '@/ui/action-form'
import { DateField } from '@/ui/fields/date-field'
import { Select } from '@/ui/fields/select'
import { close, promise, welcome } from '../actions'

type Vue = { orientation: { id: string; version: number } }

const issues = issueSchema.options.map((value) => ({ value, label: libellesIssue[value] }))

/** For a device that keeps no places here: a day is promised. */
export function PromiseForm({ orientation: { id, version }, min }: Vue & { min: string }) {
  return (
    <ActionForm action={promise} hidden={{ id, version }} submitLabel="Accepter pour ce jour">
      {({ champs }) => (
        <DateField
          name="entreePrevue"
          label="Entrée prévue le"
          description="Ce dispositif ne tient pas ses places ici : une date engage la structure."
          min={min}
          defaultValue={min}
          isRequired
          error={champs.entreePrevue?.[0]}
        />
      )}
    </ActionForm>
  )
}

/** Somebody comes on the promised day. */
export function WelcomePromised({ orientation: { id, version } }: Vue) {
  return <ActionForm action={welcome} hidden={{ id, version }} submitLabel="Arrivée" className="contents" />
}

/** Somebody received without any stay leaves. */
export function ClosePromised({ orientation: { id, version } }: Vue) {
  return (
    <ActionForm action={close} hidden={{ id, version }} submitLabel="Noter le départ" variant="secondary">
      {({ champs }) => (
        <Select name="issue" label="Fin de l’accueil" options={issues} isRequired error={champs.issue?.[0]} />
      )}
    </ActionForm>
  )
}
