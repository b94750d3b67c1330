'use client'

import {
  ambianceSchema,
  type CarteRdr,
  kindIncidentSchema,
  libellesAmbiance,
  libellesIncident,
  messagesRdr,
} from '@/domain/maraudes/listes'
import { NOTE_MAX } from '@/domain/maraudes/arret'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { Stepper } from '@/ui/fields/stepper'
import { TextAreaField } from '@/ui/fields/text-area-field'
import { ScreenedFindings } from './screened-findings'
import type { ArretEnCours } from './use-arret-brouillon'

const ambiances = ambianceSchema.options.map((value) => ({ value, label: libellesAmbiance[value] }))
const yesNo = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
] as const
const cartes = Object.keys(messagesRdr).filter((code): code is CarteRdr => code in messagesRdr)

/** What surrounds a stop: ambiance, mediations, incidents without anybody's identity, messages given, a screened note. */
export function StopNotes({ enCours: { draft, change } }: { enCours: ArretEnCours }) {
  const police = draft.presencePoliciere
  return (
    <>
      <SegmentedControl
        label="Ambiance"
        options={ambiances}
        value={draft.ambiance}
        onChange={(ambiance) => change({ ambiance })}
      />
      <SegmentedControl
        label="Présence policière"
        options={yesNo}
        value={police === null ? null : police ? 'oui' : 'non'}
        onChange={(value) => change({ presencePoliciere: value === 'oui' })}
      />
      <Stepper
        label="Médiations"
        description="Avec des riverains, des commerçants, une structure."
        value={draft.mediations}
        maxValue={100}
        onChange={(mediations) => change({ mediations })}
      />
      <Incidents draft={draft} change={change} />
      <fieldset className="*:py-1">
        <legend className="mb-1 text-base font-bold">Messages de réduction des risques donnés</legend>
        {cartes.map((carte) => (
          <Stepper
            key={carte}
            label={messagesRdr[carte]}
            value={draft.messages.find((message) => message.carte === carte)?.personnes ?? 0}
            maxValue={500}
            onChange={(personnes) => {
              const others = draft.messages.filter((message) => message.carte !== carte)
              change({ messages: personnes === 0 ? others : [...others, { carte, personnes }] })
            }}
          />
        ))}
      </fieldset>
      <TextAreaField
        label="Note"
        description="Pour l’équipe. Ni nom, ni numéro, ni ce qui permettrait de reconnaître quelqu’un."
        value={draft.note}
        maxLength={NOTE_MAX}
        autoComplete="off"
        onChange={(note) => change({ note })}
      />
      <ScreenedFindings
        text={draft.note}
        relus={draft.textesRelus}
        onChange={(textesRelus) => change({ textesRelus })}
      />
    </>
  )
}

function Incidents({ draft, change }: Pick<ArretEnCours, 'draft' | 'change'>) {
  return (
    <fieldset className="*:py-1">
      <legend className="mb-1 text-base font-bold">Incidents, en nombre de personnes</legend>
      {kindIncidentSchema.options.map((kind) => {
        const line = draft.incidents.find((incident) => incident.kind === kind)
        const others = draft.incidents.filter((incident) => incident.kind !== kind)
        return (
          <div key={kind} className="flex flex-col gap-2">
            <Stepper
              label={libellesIncident[kind]}
              value={line?.personnes ?? 0}
              maxValue={100}
              onChange={(personnes) =>
                change({
                  incidents:
                    personnes === 0 ? others : [...others, { kind, personnes, doses: line?.doses ?? 0 }],
                })
              }
            />
            {kind === 'NALOXONE' && line !== undefined && (
              <Stepper
                label="Doses de naloxone"
                value={line.doses}
                maxValue={50}
                onChange={(doses) => change({ incidents: [...others, { ...line, doses }] })}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
