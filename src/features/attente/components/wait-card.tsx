'use client'

import { critereSchema, libellesCritere } from '@/domain/orientations/motifs'
import { ActionForm } from '@/ui/action-form'
import { CheckboxGroup } from '@/ui/fields/checkbox-group'
import { Disclosure } from '@/ui/disclosure'
import { wait } from '../actions'

const criteres = critereSchema.options.map((value) => ({ value, label: libellesCritere[value] }))

/** The receiver has no place yet and keeps the request in line, with what counts today. */
export function WaitCard({ orientation: { id, version } }: { orientation: { id: string; version: number } }) {
  return (
    <Disclosure title="Mettre en liste d’attente">
      <ActionForm action={wait} hidden={{ id, version }} submitLabel="Mettre en attente" variant="secondary">
        <CheckboxGroup
          name="criteres"
          label="Ce qui compte aujourd’hui"
          description="Gardé tel quel : c’est ce qui expliquera le rang."
          options={criteres}
        />
      </ActionForm>
    </Disclosure>
  )
}
