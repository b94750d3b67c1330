'use client'

import { BedDouble } from 'lucide-react'
import {
  type CauseSansReponse,
  causeSansReponseSchema,
  type KindBesoin,
  kindBesoinSchema,
  libellesBesoin,
  libellesCause,
  libellesReponse,
  reponseBesoinSchema,
} from '@/domain/maraudes/listes'
import type { BesoinBrouillon } from '@/domain/maraudes/arret-brouillon'
import { Button } from '@/ui/button'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { Stepper } from '@/ui/fields/stepper'
import { ToggleTile } from './toggle-tile'
import type { ArretEnCours } from './use-arret-brouillon'

const reponses = reponseBesoinSchema.options.map((value) => ({ value, label: libellesReponse[value] }))
const causes = causeSansReponseSchema.options.map((value) => ({ value, label: libellesCause[value] }))

type StopNeedsProps = { enCours: ArretEnCours; onAskForPlace: () => void }

/** Needs people said, and what was answered; without an answer, why. From here one asks for a place. */
export function StopNeeds({ enCours: { draft, change }, onAskForPlace }: StopNeedsProps) {
  function toggle(kind: KindBesoin, isSelected: boolean) {
    const others = draft.besoins.filter((besoin) => besoin.kind !== kind)
    const added: BesoinBrouillon = { kind, personnes: 1, reponse: null, cause: null }
    change({ besoins: isSelected ? [...others, added] : others })
  }
  function set(changed: BesoinBrouillon) {
    change({ besoins: draft.besoins.map((besoin) => (besoin.kind === changed.kind ? changed : besoin)) })
  }
  return (
    <>
      <Button className="min-h-16" onPress={onAskForPlace}>
        <BedDouble aria-hidden />
        Demander une place
      </Button>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-base font-semibold">Besoins exprimés</legend>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {kindBesoinSchema.options.map((kind) => (
            <ToggleTile
              key={kind}
              isSelected={draft.besoins.some((besoin) => besoin.kind === kind)}
              onChange={(isSelected) => toggle(kind, isSelected)}
            >
              {libellesBesoin[kind]}
            </ToggleTile>
          ))}
        </div>
      </fieldset>
      {draft.besoins.toReversed().map((besoin) => (
        <Need key={besoin.kind} besoin={besoin} onChange={set} />
      ))}
    </>
  )
}

function Need({
  besoin,
  onChange,
}: {
  besoin: BesoinBrouillon
  onChange: (besoin: BesoinBrouillon) => void
}) {
  const nom = libellesBesoin[besoin.kind]
  return (
    <section aria-label={nom} className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4">
      <h2 className="font-bold">{nom}</h2>
      <Stepper
        label="Personnes"
        value={besoin.personnes}
        minValue={1}
        maxValue={100}
        onChange={(personnes) => onChange({ ...besoin, personnes })}
      />
      <SegmentedControl
        label="Réponse"
        isRequired
        options={reponses}
        value={besoin.reponse}
        onChange={(reponse) =>
          onChange({ ...besoin, reponse, cause: reponse === 'SANS_REPONSE' ? besoin.cause : null })
        }
      />
      {besoin.reponse === 'SANS_REPONSE' && (
        <SegmentedControl<CauseSansReponse>
          label="Pourquoi sans réponse"
          isRequired
          options={causes}
          value={besoin.cause}
          onChange={(cause) => onChange({ ...besoin, cause })}
        />
      )}
    </section>
  )
}
