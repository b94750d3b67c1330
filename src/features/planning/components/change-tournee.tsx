'use client'

import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/overlays/dialog'
import { cancel, change } from '../actions'
import { TourneeFields, type TourneeSaisie } from './tournee-fields'

type ChangeTourneeProps = {
  tournee: TourneeSaisie & { id: string; version: number }
  /** « 20 h – 23 h, Chapelle » */
  libelle: string
  equipes: readonly string[]
}

/** One planned round of the week, opened to be changed or taken off. */
export function ChangeTournee({ tournee, libelle, equipes }: ChangeTourneeProps) {
  const { id, version, ...fields } = tournee
  return (
    <Dialog
      title={libelle}
      renderTrigger={(open) => (
        <button
          type="button"
          onClick={open}
          className="min-h-8 cursor-pointer rounded-control bg-accent-soft px-2 py-1 text-left text-sm font-medium text-ink hover:underline"
        >
          {libelle}
        </button>
      )}
    >
      {(close) => (
        <div className="flex flex-col gap-3">
          <ActionForm
            action={change}
            hidden={{ id, version }}
            submitLabel="Enregistrer"
            onDone={close}
            secondary={<Button onPress={close}>Annuler</Button>}
          >
            {({ champs }) => <TourneeFields tournee={fields} equipes={equipes} champs={champs} />}
          </ActionForm>
          <ActionForm
            action={cancel}
            hidden={{ id, version }}
            submitLabel="Retirer du planning"
            variant="danger"
            onDone={close}
          />
        </div>
      )}
    </Dialog>
  )
}
