'use client'

import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { plan, repeat } from '../actions'
import { TourneeFields } from './tournee-fields'

type PlanTourneeProps = { semaine: string; equipes: readonly string[] }

/** A new planned round of this week, and the whole week again after it. */
export function PlanTournee({ semaine, equipes }: PlanTourneeProps) {
  return (
    <>
      <DialogForm
        title="Prévoir une maraude"
        renderTrigger={(open) => (
          <Button variant="primary" onPress={open}>
            Prévoir une maraude
          </Button>
        )}
        action={plan}
        submitLabel="Prévoir"
      >
        {({ champs }) => <TourneeFields tournee={{ nuit: semaine }} equipes={equipes} champs={champs} />}
      </DialogForm>
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
