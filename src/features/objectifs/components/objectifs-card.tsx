'use client'

import { formatShortDate } from '@/domain/commun/format'
import {
  type KindObjectif,
  kindObjectifSchema,
  libellesObjectif,
  libellesStatutObjectif,
  type StatutObjectif,
  statutObjectifSchema,
} from '@/domain/parcours/objectifs'
import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { StatusBadge } from '@/ui/status-badge'
import type { Tone } from '@/ui/tone'
import { open, set } from '../actions'

type Objectif = { kind: KindObjectif; statut: StatutObjectif; version: number; jour: string }
type ObjectifsCardProps = { code: string; objectifs: readonly Objectif[]; suivre: boolean }

const tones: Record<StatutObjectif, Tone> = {
  A_FAIRE: 'neutral',
  EN_COURS: 'info',
  ATTEINT: 'success',
  SANS_OBJET: 'neutral',
}
const statuts = statutObjectifSchema.options.map((value) => ({ value, label: libellesStatutObjectif[value] }))

/** What a team and a person work on together, from a closed list. The state only: no result, no name. */
export function ObjectifsCard({ code, objectifs, suivre }: ObjectifsCardProps) {
  const missing = kindObjectifSchema.options.filter((kind) => objectifs.every((each) => each.kind !== kind))
  return (
    <Card
      title="Objectifs"
      note="Choisis avec la personne, à son rythme"
      actions={suivre && <Adding code={code} missing={missing} isEmpty={objectifs.length === 0} />}
    >
      {objectifs.length === 0 ? (
        <p className="text-soft">Aucun objectif pour l’instant.</p>
      ) : (
        <ul className="divide-y divide-line">
          {objectifs.map((objectif) => (
            <li
              key={objectif.kind}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
            >
              <span className="min-w-0">
                {libellesObjectif[objectif.kind]}
                <span className="block text-sm text-soft">depuis le {formatShortDate(objectif.jour)}</span>
              </span>
              <span className="flex flex-wrap items-center gap-2">
                <StatusBadge tone={tones[objectif.statut]}>
                  {libellesStatutObjectif[objectif.statut]}
                </StatusBadge>
                {suivre && <Changing code={code} objectif={objectif} />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Adding({
  code,
  missing,
  isEmpty,
}: {
  code: string
  missing: readonly KindObjectif[]
  isEmpty: boolean
}) {
  if (isEmpty)
    return (
      <ActionForm
        action={open}
        hidden={{ code }}
        submitLabel="Poser les six premiers"
        variant="secondary"
        className="contents"
      />
    )
  if (missing.length === 0) return null
  return (
    <DialogForm
      title="Ajouter un objectif"
      renderTrigger={(show) => <Button onPress={show}>Ajouter</Button>}
      action={set}
      hidden={{ code, version: 0, statut: 'A_FAIRE' }}
      submitLabel="Ajouter"
    >
      {({ champs }) => (
        <Select
          name="kind"
          label="Objectif"
          options={missing.map((value) => ({ value, label: libellesObjectif[value] }))}
          isRequired
          error={champs.kind?.[0]}
        />
      )}
    </DialogForm>
  )
}

function Changing({ code, objectif: { kind, statut, version } }: { code: string; objectif: Objectif }) {
  const name = libellesObjectif[kind]
  return (
    <DialogForm
      title={name}
      renderTrigger={(show) => (
        <Button variant="quiet" onPress={show} aria-label={`Changer : ${name}`}>
          Changer
        </Button>
      )}
      action={set}
      hidden={{ code, kind, version }}
      submitLabel="Enregistrer"
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
    </DialogForm>
  )
}
