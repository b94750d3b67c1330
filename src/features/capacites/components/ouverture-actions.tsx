'use client'

import { Button } from '@/ui/button'
import { DateField } from '@/ui/fields/date-field'
import { TextField } from '@/ui/fields/text-field'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { changeEnd, openMany } from '../actions'

type OpenPlacesProps = { dispositifId: string; aujourdhui: string; demain: string }

/** Opens many places at once, from a day to another. */
export function OpenPlaces({ dispositifId, aujourdhui, demain }: OpenPlacesProps) {
  return (
    <DialogForm
      title="Ouvrir des places en nombre"
      renderTrigger={(open) => <Button onPress={open}>Ouvrir des places</Button>}
      action={openMany}
      hidden={{ dispositifId }}
      submitLabel="Ouvrir"
    >
      {({ champs }) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              name="places"
              type="number"
              min={1}
              max={1000}
              label="Places"
              isRequired
              error={champs.places?.[0]}
            />
            <TextField
              name="dureeMax"
              type="number"
              min={1}
              label="Jours de séjour au plus"
              description="Vide : la règle habituelle."
              error={champs.dureeMax?.[0]}
            />
            <DateField
              name="du"
              label="Du"
              min={aujourdhui}
              defaultValue={aujourdhui}
              isRequired
              error={champs.du?.[0]}
            />
            <DateField name="au" label="Au, à midi" min={demain} isRequired error={champs.au?.[0]} />
          </div>
          <TextField
            name="motif"
            label="Pourquoi"
            description="Grand froid, évacuation… Aucun nom."
            isRequired
            error={champs.motif?.[0]}
          />
        </>
      )}
    </DialogForm>
  )
}

/** The opening lasts longer, or ends sooner: then stays end that day, and nobody is put out. */
export function ChangeOpening({
  ouvertureId,
  au,
  demain,
}: {
  ouvertureId: string
  au: string
  demain: string
}) {
  return (
    <DialogForm
      title="Changer la fin de l’ouverture"
      renderTrigger={(open) => <Button onPress={open}>Changer la fin</Button>}
      action={changeEnd}
      hidden={{ ouvertureId }}
      submitLabel="Changer la fin"
    >
      {({ champs }) => (
        <>
          <DateField
            name="au"
            label="Dernier jour, à midi"
            min={demain}
            defaultValue={au}
            isRequired
            error={champs.au?.[0]}
          />
          <p className="text-soft">
            Plus tôt : les séjours prévus au-delà finiront ce jour-là. Plus tard : ils gardent leur fin, que
            l’on peut prolonger.
          </p>
        </>
      )}
    </DialogForm>
  )
}
