'use client'

import { nameDispositif } from '@/domain/structures/nom-dispositif'
import { type FormEvent, startTransition, useActionState } from 'react'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Checkbox } from '@/ui/fields/checkbox'
import { DateField } from '@/ui/fields/date-field'
import { Select } from '@/ui/fields/select'
import { TextAreaField } from '@/ui/fields/text-area-field'
import { Form } from '@/ui/form'
import { FormActions } from '@/ui/form-actions'
import { include } from '../actions'
import { InclusionReport } from './inclusion-report'

type InclusionFormProps = {
  lot: string
  receveurs: readonly { id: string; nom: string; structure: string; libres: number }[]
  aujourdhui: string
}

/** Many requests at once to one device: one person a line. What is refused stays in the box, with why. */
export function InclusionForm({ lot, receveurs, aujourdhui }: InclusionFormProps) {
  const [etat, run, isPending] = useActionState(include, { lot, reste: '', verdicts: [], champs: {} })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => run(form))
  }
  const { champs, verdicts } = etat
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <Card>
        <Form onSubmit={submit}>
          <input type="hidden" name="lot" value={etat.lot} />
          <Select
            name="receveurDispositifId"
            label="Dispositif"
            options={receveurs.map(({ id, nom, structure, libres }) => ({
              value: id,
              label: `${nameDispositif(structure, nom)} (${libres} libres)`,
            }))}
            isRequired
            error={champs.receveurDispositifId?.[0]}
          />
          <DateField
            name="pourLe"
            label="Pour le"
            description="Vide : pour ce soir."
            min={aujourdhui}
            error={champs.pourLe?.[0]}
          />
          <TextAreaField
            key={etat.lot}
            name="lignes"
            label="Une personne par ligne"
            description="Un code (K7-PQ3), ou un genre et un âge (F 30-39), puis : couple, animal, plain-pied, femmes. Jamais de nom."
            rows={12}
            defaultValue={etat.reste}
            autoComplete="off"
            spellCheck={false}
            isRequired
            error={champs.lignes?.[0]}
          />
          <Checkbox name="accord" value="oui">
            Chaque personne qui a un code a donné son accord pour qu’il soit transmis
          </Checkbox>
          <FormActions>
            <Button type="submit" variant="primary" isPending={isPending}>
              Envoyer les demandes
            </Button>
          </FormActions>
        </Form>
      </Card>
      {verdicts.length > 0 && <InclusionReport verdicts={verdicts} />}
    </div>
  )
}
