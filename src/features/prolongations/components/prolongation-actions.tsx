'use client'

import {
  libellesMotifProlongation,
  libellesMotifRefusProlongation,
  motifProlongationSchema,
  motifRefusProlongationSchema,
} from '@/domain/parcours/prolongations'
import { SuiteField } from '@/features/passages/components/suite-field'
import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { Select } from '@/ui/fields/select'
import { TextField } from '@/ui/fields/text-field'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { ask, decline, grant } from '../actions'

const motifs = motifProlongationSchema.options.map((value) => ({
  value,
  label: libellesMotifProlongation[value],
}))
const refus = motifRefusProlongationSchema.options.map((value) => ({
  value,
  label: libellesMotifRefusProlongation[value],
}))

/** Asking for more days. `libelle`: which stay, for who hears the button. */
export function AskProlongation({ occupationId, libelle }: { occupationId: string; libelle: string }) {
  return (
    <DialogForm
      title={`Demander une prolongation · ${libelle}`}
      renderTrigger={(open) => (
        <Button onPress={open} aria-label={`Demander une prolongation : ${libelle}`} data-no-print>
          Prolonger
        </Button>
      )}
      action={ask}
      hidden={{ occupationId }}
      submitLabel="Demander"
    >
      {({ champs }) => (
        <>
          <TextField
            name="jours"
            type="number"
            min={1}
            max={365}
            label="Jours de plus"
            defaultValue={14}
            isRequired
            error={champs.jours?.[0]}
          />
          <Select name="motif" label="Pourquoi" options={motifs} isRequired error={champs.motif?.[0]} />
        </>
      )}
    </DialogForm>
  )
}

/** The answer of whoever shelters: given, or not and something else proposed. */
export function AnswerProlongation({ id, libelle }: { id: string; libelle: string }) {
  return (
    <span data-no-print className="contents">
      <ActionForm action={grant} hidden={{ id }} submitLabel="Accorder" className="contents" />
      <DialogForm
        title={`Ne pas prolonger · ${libelle}`}
        renderTrigger={(open) => (
          <Button onPress={open} aria-label={`Refuser la prolongation : ${libelle}`}>
            Refuser
          </Button>
        )}
        action={decline}
        hidden={{ id }}
        submitLabel="Refuser"
        variant="danger"
      >
        {({ champs }) => (
          <>
            <Select name="reponse" label="Motif" options={refus} isRequired error={champs.reponse?.[0]} />
            <SuiteField errors={champs.suite} />
          </>
        )}
      </DialogForm>
    </span>
  )
}
