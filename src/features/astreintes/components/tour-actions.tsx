'use client'

import { formatDayMonth } from '@/domain/commun/format'
import { fonctionAstreinteSchema, libellesFonction } from '@/domain/parcours/astreintes'
import { Button } from '@/ui/button'
import { DateField } from '@/ui/fields/date-field'
import { Select } from '@/ui/fields/select'
import { TextField } from '@/ui/fields/text-field'
import { AlertDialog } from '@/ui/overlays/alert-dialog'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { useActionState, startTransition } from 'react'
import { etatInitial } from '@/domain/commun/etat-action'
import { cadre, remove, resident } from '../actions'

const fonctions = fonctionAstreinteSchema.options.map((value) => ({ value, label: libellesFonction[value] }))

type PutResidentProps = {
  structureId: string
  nuit: string
  residents: readonly { occupationId: string; nom: string }[]
}

/** A resident takes this night. */
export function PutResident({ structureId, nuit, residents }: PutResidentProps) {
  const when = formatDayMonth(nuit)
  return (
    <DialogForm
      title={`Nuit du ${when}`}
      renderTrigger={(open) => (
        <Button variant="quiet" onPress={open} aria-label={`Attribuer la nuit du ${when}`}>
          Attribuer
        </Button>
      )}
      action={resident}
      hidden={{ structureId, nuit }}
      submitLabel="Attribuer"
    >
      {({ champs }) => (
        <Select
          name="occupationId"
          label="Résident"
          description="La personne d’astreinte prépare aussi le dîner."
          options={residents.map(({ occupationId, nom }) => ({ value: occupationId, label: nom }))}
          isRequired
          error={champs.occupationId?.[0]}
        />
      )}
    </DialogForm>
  )
}

type PutCadreProps = { structure: { id: string; telephone: string | null }; nuit: string }

/** A function answers the phone from one night to another. */
export function PutCadre({ structure: { id, telephone }, nuit }: PutCadreProps) {
  return (
    <DialogForm
      title="Cadre d’astreinte"
      renderTrigger={(open) => <Button onPress={open}>Cadre d’astreinte</Button>}
      action={cadre}
      hidden={{ structureId: id }}
      submitLabel="Enregistrer"
    >
      {({ champs }) => (
        <>
          <Select
            name="fonction"
            label="Fonction"
            description="Une fonction, jamais un nom."
            options={fonctions}
            isRequired
            error={champs.fonction?.[0]}
          />
          <TextField
            name="telephone"
            type="tel"
            label="Téléphone d’astreinte de la structure"
            defaultValue={telephone ?? ''}
            isRequired
            error={champs.telephone?.[0]}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <DateField
              name="nuit"
              label="De la nuit du"
              defaultValue={nuit}
              isRequired
              error={champs.nuit?.[0]}
            />
            <DateField
              name="jusqua"
              label="À la nuit du"
              defaultValue={nuit}
              isRequired
              error={champs.jusqua?.[0]}
            />
          </div>
        </>
      )}
    </DialogForm>
  )
}

/** Takes somebody off a night. */
export function Remove({ id, quoi }: { id: string; quoi: string }) {
  const [, run] = useActionState(remove, etatInitial)
  function confirm() {
    const form = new FormData()
    form.set('id', id)
    startTransition(() => run(form))
  }
  return (
    <AlertDialog
      title="Retirer de cette nuit ?"
      confirmLabel="Retirer"
      onConfirm={confirm}
      renderTrigger={(open) => (
        <Button variant="quiet" onPress={open} aria-label={`Retirer : ${quoi}`} data-no-print>
          Retirer
        </Button>
      )}
    >
      La nuit sera à attribuer de nouveau.
    </AlertDialog>
  )
}
