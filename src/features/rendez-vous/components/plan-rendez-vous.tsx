'use client'

import { kindRendezVousSchema, libellesRendezVous } from '@/domain/parcours/rendez-vous'
import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/fields/checkbox'
import { DateField } from '@/ui/fields/date-field'
import { Select } from '@/ui/fields/select'
import { TextField } from '@/ui/fields/text-field'
import { Dialog } from '@/ui/overlays/dialog'
import { plan } from '../actions'

export type StructureProposee = { id: string; nom: string }
type PlanRendezVousProps = { code: string; structures: readonly StructureProposee[]; aujourdhui: string }

const kinds = kindRendezVousSchema.options.map((value) => ({ value, label: libellesRendezVous[value] }))

/** A new appointment: what for, where, when, and whether somebody goes along. */
export function PlanRendezVous({ code, structures, aujourdhui }: PlanRendezVousProps) {
  return (
    <Dialog
      title="Nouveau rendez-vous"
      renderTrigger={(open) => <Button onPress={open}>Noter un rendez-vous</Button>}
    >
      {(close) => (
        <ActionForm
          action={plan}
          hidden={{ code }}
          submitLabel="Noter"
          onDone={close}
          secondary={<Button onPress={close}>Annuler</Button>}
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
        </ActionForm>
      )}
    </Dialog>
  )
}
