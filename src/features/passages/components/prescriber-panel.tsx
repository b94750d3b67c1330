'use client'

import {
  libellesMotifRenoncement,
  libellesMotifRetrait,
  motifRenoncementSchema,
  motifRetraitSchema,
} from '@/domain/orientations/motifs'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { renounce, withdraw } from '../actions'

type PrescriberPanelProps = { orientation: { id: string; version: number } }

const renoncements = motifRenoncementSchema.options.map((value) => ({
  value,
  label: libellesMotifRenoncement[value],
}))
const retraits = motifRetraitSchema.options.map((value) => ({ value, label: libellesMotifRetrait[value] }))

/** What the prescriber may still say: the person renounces, or the request is withdrawn. Two sides, never mixed. */
export function PrescriberPanel({ orientation: { id, version } }: PrescriberPanelProps) {
  return (
    <Card title="Ne plus demander">
      <p className="text-soft">La place tenue, s’il y en a une, est rendue aussitôt.</p>
      <div className="flex flex-wrap gap-3">
        <DialogForm
          title="La personne renonce"
          renderTrigger={(open) => <Button onPress={open}>La personne renonce</Button>}
          action={renounce}
          hidden={{ id, version }}
          submitLabel="Noter le renoncement"
        >
          {({ champs }) => (
            <Select
              name="motif"
              label="Ce qu’elle en dit"
              description="C’est son droit : rien n’est retenu contre elle."
              options={renoncements}
              isRequired
              error={champs.motif?.[0]}
            />
          )}
        </DialogForm>
        <DialogForm
          title="Retirer la demande"
          renderTrigger={(open) => (
            <Button variant="quiet" onPress={open}>
              Retirer la demande
            </Button>
          )}
          action={withdraw}
          hidden={{ id, version }}
          submitLabel="Retirer"
          variant="danger"
        >
          {({ champs }) => (
            <Select name="motif" label="Motif" options={retraits} isRequired error={champs.motif?.[0]} />
          )}
        </DialogForm>
      </div>
    </Card>
  )
}
