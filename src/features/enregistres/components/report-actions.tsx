'use client'

import { startTransition, useActionState } from 'react'
import { etatInitial } from '@/domain/commun/etat-action'
import { libellesRythme, type RythmeRapport, rythmeRapportSchema } from '@/domain/enregistres/echeance'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/fields/checkbox'
import { Select } from '@/ui/fields/select'
import { AlertDialog } from '@/ui/overlays/alert-dialog'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { change, remove, subscribe } from '../actions'
import { NameField } from './name-field'

type OwnReport = { id: string; nom: string; partage: boolean }

/** Another name, or who else opens it. */
export function ChangeReport({
  rapport: { id, nom, partage },
  canShare,
}: {
  rapport: OwnReport
  canShare: boolean
}) {
  return (
    <DialogForm
      title="Changer ce rapport"
      renderTrigger={(open) => (
        <Button variant="quiet" onPress={open} aria-label={`Changer : ${nom}`}>
          Changer
        </Button>
      )}
      action={change}
      hidden={{ id }}
      submitLabel="Enregistrer"
    >
      {(etat) => (
        <>
          <NameField nom={nom} etat={etat} />
          {canShare && (
            <Checkbox
              name="partage"
              value="oui"
              defaultSelected={partage}
              description="Chacun y voit les chiffres que son rôle compte."
            >
              Partager avec mon organisation
            </Checkbox>
          )}
        </>
      )}
    </DialogForm>
  )
}

/** Takes it away, for everybody. */
export function RemoveReport({ rapport: { id, nom, partage } }: { rapport: OwnReport }) {
  const [, run] = useActionState(remove, etatInitial)
  function confirm() {
    const form = new FormData()
    form.set('id', id)
    startTransition(() => run(form))
  }
  return (
    <AlertDialog
      title={`Retirer « ${nom} » ?`}
      confirmLabel="Retirer"
      onConfirm={confirm}
      renderTrigger={(open) => (
        <Button variant="quiet" onPress={open} aria-label={`Retirer : ${nom}`}>
          Retirer
        </Button>
      )}
    >
      {partage
        ? 'Votre organisation ne l’ouvrira plus, et son lien ne sera plus envoyé à personne. Les lignes qu’il compte restent.'
        : 'Son lien ne sera plus envoyé. Les lignes qu’il compte restent.'}
    </AlertDialog>
  )
}

const rythmes = rythmeRapportSchema.options.map((value) => ({ value, label: libellesRythme[value] }))

type SubscribeProps = { id: string; nom: string; rythme: RythmeRapport | null }

/** How often its link comes by e-mail. */
export function SubscribeReport({ id, nom, rythme }: SubscribeProps) {
  return (
    <DialogForm
      title="Recevoir le lien par courriel"
      renderTrigger={(open) => (
        <Button variant="quiet" onPress={open} aria-label={`Programmer : ${nom}`}>
          Programmer
        </Button>
      )}
      action={subscribe}
      hidden={{ id }}
      submitLabel="Enregistrer"
    >
      {({ champs }) => (
        <Select
          name="rythme"
          label="Rythme"
          description="Le premier du mois ou du trimestre, à 8 heures : le lien du rapport de la période qui vient de finir. Aucun chiffre n’est dans le courriel."
          placeholder="Jamais"
          options={rythmes}
          {...(rythme === null ? {} : { defaultValue: rythme })}
          error={champs['rythme']?.[0]}
        />
      )}
    </DialogForm>
  )
}
