'use client'

import { Button } from '@/ui/button'
import { DateField } from '@/ui/fields/date-field'
import { Select } from '@/ui/fields/select'
import { TextField } from '@/ui/fields/text-field'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { lend, takeBack } from '../actions'

/** Hours at which unused places return to all, as minutes since midnight. */
const retours = [18, 19, 20, 21, 22, 23].map((hour) => ({ value: String(hour * 60), label: `${hour} h` }))

type LendPlacesProps = {
  dispositifId: string
  partenaires: readonly { id: string; nom: string }[]
  demain: string
}

/** Lends a number of places, never beds by name, to a partner. */
export function LendPlaces({ dispositifId, partenaires, demain }: LendPlacesProps) {
  return (
    <DialogForm
      title="Prêter des places"
      renderTrigger={(open) => <Button onPress={open}>Prêter des places</Button>}
      action={lend}
      hidden={{ dispositifId }}
      submitLabel="Prêter"
    >
      {({ champs }) => (
        <>
          <Select
            name="organisationId"
            label="À qui"
            options={partenaires.map(({ id, nom }) => ({ value: id, label: nom }))}
            isRequired
            error={champs.organisationId?.[0]}
          />
          <TextField
            name="places"
            type="number"
            min={1}
            label="Combien de places"
            isRequired
            error={champs.places?.[0]}
          />
          <Select
            name="retour"
            label="Chaque soir, rendre l’inutilisé à"
            description="« Jamais » : elles restent au partenaire."
            placeholder="Jamais"
            options={retours}
            error={champs.retour?.[0]}
          />
          <DateField
            name="au"
            label="Jusqu’au"
            description="Vide : sans date."
            min={demain}
            error={champs.au?.[0]}
          />
        </>
      )}
    </DialogForm>
  )
}

/** The loan ends now; what is taken on it stays taken. */
export function EndLoan({ contingentId, organisation }: { contingentId: string; organisation: string }) {
  return (
    <DialogForm
      title={`Reprendre les places prêtées à ${organisation}`}
      renderTrigger={(open) => (
        <Button variant="quiet" onPress={open} aria-label={`Reprendre les places prêtées à ${organisation}`}>
          Reprendre
        </Button>
      )}
      action={takeBack}
      hidden={{ contingentId }}
      submitLabel="Reprendre les places"
    >
      <p>
        Les places inutilisées reviennent à tous tout de suite. Ce qui est déjà occupé ou réservé le reste.
      </p>
    </DialogForm>
  )
}
