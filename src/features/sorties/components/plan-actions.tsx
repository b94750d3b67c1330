'use client'

import type { ReactNode } from 'react'
import type { EtatAction } from '@/domain/commun/etat-action'
import {
  kindBlocageSchema,
  type KindPiste,
  kindPisteSchema,
  libellesBlocage,
  libellesPiste,
  libellesStatutPiste,
  type StatutPiste,
  statutPisteSchema,
} from '@/domain/parcours/sortie'
import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { DateField } from '@/ui/fields/date-field'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { block, close as closeAction, follow, plan as openAction, tryDestination, unblock } from '../actions'

const destinations = kindPisteSchema.options.map((value) => ({ value, label: libellesPiste[value] }))
const blocages = kindBlocageSchema.options.map((value) => ({ value, label: libellesBlocage[value] }))
const statuts = statutPisteSchema.options.map((value) => ({ value, label: libellesStatutPiste[value] }))

type Asked = {
  title: string
  /** the button that opens it, and what it says to who does not see it */
  trigger: string
  label?: string
  submitLabel: string
  hidden: Readonly<Record<string, string | number>>
  action: (previous: EtatAction, form: FormData) => Promise<EtatAction>
  children: (etat: EtatAction) => ReactNode
}

/** One question in a dialog, one button to answer it. */
function Asking({ title, trigger, label, submitLabel, hidden, action, children }: Asked) {
  return (
    <DialogForm
      title={title}
      renderTrigger={(open) => (
        <Button variant="quiet" onPress={open} {...(label === undefined ? {} : { 'aria-label': label })}>
          {trigger}
        </Button>
      )}
      action={action}
      hidden={hidden}
      submitLabel={submitLabel}
    >
      {children}
    </DialogForm>
  )
}

/** Opens the plan: where to, and when if one hopes for a day. */
export function OpenPlan({ code, aujourdhui }: { code: string; aujourdhui: string }) {
  return (
    <Asking
      title="Préparer une sortie"
      trigger="Préparer une sortie"
      submitLabel="Ouvrir le plan"
      hidden={{ code }}
      action={openAction}
    >
      {({ champs }) => (
        <>
          <Select name="vise" label="Vers" options={destinations} isRequired error={champs.vise?.[0]} />
          <DateField
            name="pourLe"
            label="Espérée le"
            description="Facultatif."
            min={aujourdhui}
            error={champs.pourLe?.[0]}
          />
        </>
      )}
    </Asking>
  )
}

/** The plan is over. */
export function ClosePlan({ plan: { id, version } }: { plan: { id: string; version: number } }) {
  return (
    <ActionForm
      action={closeAction}
      hidden={{ id, version }}
      submitLabel="Clore le plan"
      variant="quiet"
      className="contents"
    />
  )
}

/** One more door tried. */
export function AddPiste({
  plan,
  structures,
}: {
  plan: { id: string }
  structures: readonly { id: string; nom: string }[]
}) {
  return (
    <Asking
      title="Destination essayée"
      trigger="Ajouter"
      label="Ajouter une destination"
      submitLabel="Ajouter"
      hidden={{ planId: plan.id }}
      action={tryDestination}
    >
      {({ champs }) => (
        <>
          <Select
            name="destination"
            label="Vers"
            options={destinations}
            isRequired
            error={champs.destination?.[0]}
          />
          <Select
            name="structureId"
            label="Structure"
            placeholder="Hors de l’annuaire"
            options={structures.map(({ id, nom }) => ({ value: id, label: nom }))}
            error={champs.structureId?.[0]}
          />
        </>
      )}
    </Asking>
  )
}

type Piste = { id: string; version: number; destination: KindPiste; statut: StatutPiste }

/** Where it has come to. */
export function FollowPiste({ piste: { id, version, destination, statut } }: { piste: Piste }) {
  const name = libellesPiste[destination]
  return (
    <Asking
      title={name}
      trigger="Changer"
      label={`Changer : ${name}`}
      submitLabel="Enregistrer"
      hidden={{ id, version }}
      action={follow}
    >
      {({ champs }) => (
        <SegmentedControl
          name="statut"
          label="Où en est-on ?"
          options={statuts}
          defaultValue={statut}
          error={champs.statut?.[0]}
        />
      )}
    </Asking>
  )
}

/** Something stands in the way. */
export function AddBlocage({ plan }: { plan: { id: string } }) {
  return (
    <Asking
      title="Ce qui bloque"
      trigger="Ajouter"
      label="Ajouter un blocage"
      submitLabel="Noter"
      hidden={{ planId: plan.id }}
      action={block}
    >
      {({ champs }) => (
        <Select name="kind" label="Blocage" options={blocages} isRequired error={champs.kind?.[0]} />
      )}
    </Asking>
  )
}

/** It stands in the way no longer. */
export function LiftBlocage({ id }: { id: string }) {
  return (
    <ActionForm action={unblock} hidden={{ id }} submitLabel="Levé" variant="quiet" className="contents" />
  )
}
