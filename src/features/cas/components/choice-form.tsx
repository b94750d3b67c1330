'use client'

import { ActionForm } from '@/ui/action-form'
import { Card } from '@/ui/card'
import { settle } from '../actions'

type ChoiceFormProps = { nature: 'conflit' | 'correction'; id: string; kind: string }

/** The second text instead of the first, or both, where that has a meaning. */
export function ChoiceForm({ nature, id, kind }: ChoiceFormProps) {
  return (
    <Card
      title="Garder le second, ou les deux"
      note="Ce que l’on ne garde pas reste lisible dans la décision."
    >
      <div className="flex flex-wrap gap-3">
        {kind !== 'place.demander' && (
          <ActionForm
            action={settle}
            hidden={{ nature, id, issue: 'DEUXIEME' }}
            submitLabel="Garder le second à la place"
            className="contents"
          />
        )}
        {kind !== 'maraude.clore' && (
          <ActionForm
            action={settle}
            hidden={{ nature, id, issue: 'LES_DEUX' }}
            submitLabel="Garder les deux"
            variant="secondary"
            className="contents"
          />
        )}
      </div>
    </Card>
  )
}
