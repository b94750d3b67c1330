'use client'

import { kindRendezVousSchema, libellesRendezVous } from '@/domain/parcours/rendez-vous'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/fields/checkbox'
import { DateField } from '@/ui/fields/date-field'
import { Select } from '@/ui/fields/select'
import { TextField } from '@/ui/fields/text-field'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { plan } from '../actions'

export type StructureProposee = { id: string; nom: string }
type PlanRendezVousProps = { code: string; structures: readonly StructureProposee[]; aujourdhui: string }

const kinds = kindRendezVousSchema.options.map((value) => ({ value, label: libellesRendezVous[value] }))

/** A new appointment: what for, where, when, and whether somebody goes along. */
export function PlanRendezVous({ code, structures, aujourdhui }: PlanRendezVousProps) {
  return (
    <DialogForm
      title="Nouveau rendez-vous"
      renderTrigger={(open) => <Button onPress={open}>Noter un rendez-vous</Button>}
      action={plan}
      hidden={{ code }}
      submitLabel="Noter"
    >
      {({ champs }) => (
        <>
          <Select name="kind" label="Pour" options={kinds} isRequired error={champs.kind?.[0]} />
          <Select
            name="structureId"
            label="Où"
            placeholder="Ailleurs que dans l’annuaire"
            options={structures.map(({ id, nom }) => ({ value: id, label: nom }))}
            error={champs.structureId?.[0]}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <DateField name="jour" label="Jour" min={aujourdhui} isRequired error={champs.jour?.[0]} />
            <TextField name="heure" type="time" label="Heure" isRequired error={champs.heure?.[0]} />
          </div>
          <Checkbox name="accompagne">Quelqu’un de l’équipe y va avec elle</Checkbox>
        </>
      )}
    </DialogForm>
  )
}
