'use client'

import { ActionForm } from '@/ui/action-form'
import { Card } from '@/ui/card'
import { keep, keepAll } from '../actions'

type KeepFormsProps = { id: string; maraudeId: string | null; isClosing: boolean }

/** Applies the act as it came, or everything that waits of its round. */
export function KeepForms({ id, maraudeId, isClosing }: KeepFormsProps) {
  return (
    <Card
      title="Garder tel quel"
      note={
        isClosing
          ? 'Cette fin de maraude prend la place de celle qui compte, gardée dans la décision.'
          : 'Quand la raison n’en est plus une : une structure ajoutée depuis, un compte fermé en pleine maraude.'
      }
    >
      <div className="flex flex-wrap gap-3">
        <ActionForm
          action={keep}
          hidden={{ id }}
          submitLabel={isClosing ? 'Garder celle-ci' : 'Garder tel quel'}
          className="contents"
        />
        {maraudeId !== null && (
          <ActionForm
            action={keepAll}
            hidden={{ maraudeId }}
            submitLabel="Garder tout ce qui attend de cette maraude"
            variant="secondary"
            className="contents"
          />
        )}
      </div>
    </Card>
  )
}
