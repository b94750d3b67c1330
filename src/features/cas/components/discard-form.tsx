'use client'

import {
  libellesMotifEcart,
  motifEcartSchema,
  type NatureCas,
  PRECISION_MAX,
} from '@/domain/quarantaine/decision'
import { ActionForm } from '@/ui/action-form'
import { Select } from '@/ui/fields/select'
import { TextField } from '@/ui/fields/text-field'
import { setAside } from '../actions'

const motifs = motifEcartSchema.options.map((value) => ({ value, label: libellesMotifEcart[value] }))

/** Sets the case aside, and says why. */
export function DiscardForm({ nature, id }: { nature: NatureCas; id: string }) {
  return (
    <ActionForm
      action={setAside}
      hidden={{ nature, id }}
      submitLabel={nature === 'acte' ? 'Écarter' : 'Garder le premier seul'}
      variant="danger"
    >
      {({ champs }) => (
        <div className="grid gap-4 bureau:grid-cols-2">
          <Select name="motif" label="Raison" options={motifs} isRequired error={champs.motif?.[0]} />
          <TextField
            name="precision"
            label="Précision"
            description="Facultative. Jamais un nom."
            maxLength={PRECISION_MAX}
            autoComplete="off"
            error={champs.precision?.[0]}
          />
        </div>
      )}
    </ActionForm>
  )
}
