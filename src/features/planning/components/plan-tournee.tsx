'use client'

import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/overlays/dialog'
import { plan, repeat } from '../actions'
import { TourneeFields } from './tournee-fields'

type PlanTourneeProps = { semaine: string; equipes: readonly string[] }

/** A new planned round of this week, and the whole week again after it. */
export function PlanTournee({ semaine, equipes }: PlanTourneeProps) {
  return (
    <>
      <Dialog
        title="Prévoir une maraude"
        renderTrigger={(open) => (
          <Button variant="primary" onPress={open}>
            Prévoir une maraude
          </Button>
        )}
      >
        {(close) => (
          <ActionForm
            action={plan}
            submitLabel="Prévoir"
            onDone={close}
            secondary={<Button onPress={close}>Annuler</Button>}
          >
            {({ champs }) => <TourneeFields tournee={{ nuit: semaine }} equipes={equipes} champs={champs} />}
          </ActionForm>
        )}
      </Dialog>
      <ActionForm
        action={repeat}
        hidden={{ semaine }}
        submitLabel="Reconduire la semaine suivante"
        variant="secondary"
        className="contents"
      />
    </>
  )
}
