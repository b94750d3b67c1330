'use client'

import { libellesMoyenRelance, moyenRelanceSchema } from '@/domain/parcours/rendez-vous'
import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { DateField } from '@/ui/fields/date-field'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { Dialog } from '@/ui/overlays/dialog'
import { cancel, keep, miss } from '../actions'

type RendezVousActionsProps = {
  rendezVous: { id: string; version: number }
  /** its hour has come */
  isPast: boolean
  aujourdhui: string
}

const moyens = moyenRelanceSchema.options.map((value) => ({ value, label: libellesMoyenRelance[value] }))

/** An appointment was kept, was not, or does not take place. */
export function RendezVousActions({
  rendezVous: { id, version },
  isPast,
  aujourdhui,
}: RendezVousActionsProps) {
  return (
    <span data-no-print className="contents">
      {isPast && (
        <>
          <ActionForm
            action={keep}
            hidden={{ id, version }}
            submitLabel="Tenu"
            variant="secondary"
            className="contents"
          />
          <Missed id={id} version={version} aujourdhui={aujourdhui} />
        </>
      )}
      <ActionForm
        action={cancel}
        hidden={{ id, version }}
        submitLabel="Annuler"
        variant="quiet"
        className="contents"
      />
    </span>
  )
}

function Missed({ id, version, aujourdhui }: { id: string; version: number; aujourdhui: string }) {
  return (
    <Dialog
      title="La personne n’est pas venue"
      renderTrigger={(open) => <Button onPress={open}>Pas venue</Button>}
    >
      {(close) => (
        <ActionForm
          action={miss}
          hidden={{ id, version }}
          submitLabel="Reprendre contact"
          onDone={close}
          secondary={<Button onPress={close}>Fermer</Button>}
        >
          {({ champs }) => (
            <>
              <p className="text-soft">
                Revenir après une absence est difficile : c’est à nous de faire le pas. Rien n’est compté.
              </p>
              <SegmentedControl
                name="moyen"
                label="Ce que fait l’équipe"
                options={moyens}
                defaultValue="RAPPELER"
                error={champs.moyen?.[0]}
              />
              <DateField
                name="pourLe"
                label="Au plus tard le"
                defaultValue={aujourdhui}
                min={aujourdhui}
                isRequired
                error={champs.pourLe?.[0]}
              />
            </>
          )}
        </ActionForm>
      )}
    </Dialog>
  )
}
