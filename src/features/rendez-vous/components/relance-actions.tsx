'use client'

import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/fields/checkbox'
import { DateField } from '@/ui/fields/date-field'
import { TextField } from '@/ui/fields/text-field'
import { Dialog } from '@/ui/overlays/dialog'
import { postpone, resume } from '../actions'

type RelanceActionsProps = {
  relance: { id: string; version: number }
  aujourdhui: string
}

/** What came of trying to make contact again. */
export function RelanceActions({ relance: { id, version }, aujourdhui }: RelanceActionsProps) {
  return (
    <span data-no-print className="contents">
      <Dialog title="Contact repris" renderTrigger={(open) => <Button onPress={open}>Contact repris</Button>}>
        {(close) => (
          <ActionForm
            action={resume}
            hidden={{ id, version }}
            submitLabel="Noter"
            onDone={close}
            secondary={<Button onPress={close}>Fermer</Button>}
          >
            {({ champs }) => (
              <>
                <p className="text-soft">
                  Un nouveau rendez-vous au même endroit, si un jour a été choisi avec elle.
                </p>
                <div className="grid gap-4 sm:grid-cols-2">
                  <DateField name="jour" label="Jour" min={aujourdhui} error={champs.jour?.[0]} />
                  <TextField name="heure" type="time" label="Heure" error={champs.heure?.[0]} />
                </div>
                <Checkbox name="accompagne">Quelqu’un de l’équipe y va avec elle</Checkbox>
              </>
            )}
          </ActionForm>
        )}
      </Dialog>
      <Dialog
        title="Pas retrouvée pour l’instant"
        renderTrigger={(open) => (
          <Button variant="quiet" onPress={open}>
            Pas retrouvée
          </Button>
        )}
      >
        {(close) => (
          <ActionForm
            action={postpone}
            hidden={{ id, version }}
            submitLabel="Noter"
            onDone={close}
            secondary={<Button onPress={close}>Fermer</Button>}
          >
            {({ champs }) => (
              <DateField
                name="pourLe"
                label="Essayer de nouveau le"
                description="Vide : on la laisse revenir quand elle le voudra."
                min={aujourdhui}
                error={champs.pourLe?.[0]}
              />
            )}
          </ActionForm>
        )}
      </Dialog>
    </span>
  )
}
