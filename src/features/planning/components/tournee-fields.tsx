'use client'

import { useId } from 'react'
import { formatDuration } from '@/domain/commun/format'
import { libellesMode, modeMaraudeSchema } from '@/domain/maraudes/listes'
import { communes } from '@/domain/territoire/communes'
import { ComboBox } from '@/ui/fields/combo-box'
import { DateField } from '@/ui/fields/date-field'
import { Select } from '@/ui/fields/select'
import { TextField } from '@/ui/fields/text-field'

export type TourneeSaisie = {
  secteurCode?: string
  equipe?: string
  mode?: string
  nuit: string
  /** minutes since midnight */
  heure?: number
  /** minutes */
  duree?: number
}

type TourneeFieldsProps = {
  tournee: TourneeSaisie
  /** Names already used, offered while typing. */
  equipes: readonly string[]
  champs: Readonly<Record<string, readonly string[]>>
}

const NOON = 12 * 60
const HALF = 30
const secteurs = communes.map(({ code, nom }) => ({ value: code, label: nom }))
const modes = modeMaraudeSchema.options.map((value) => ({ value, label: libellesMode[value] }))
// From noon to noon, as a night of work runs.
const heures = Array.from({ length: 48 }, (_, rang) => (NOON + rang * HALF) % (24 * 60))
const durees = Array.from({ length: 24 }, (_, rang) => (rang + 1) * HALF)

/** Where, who, when: everything a planned round is. */
export function TourneeFields({ tournee, equipes, champs }: TourneeFieldsProps) {
  const list = useId()
  const { secteurCode, equipe, mode = 'A_PIED', nuit, heure = 20 * 60, duree = 180 } = tournee
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <ComboBox
        name="secteurCode"
        label="Secteur"
        options={secteurs}
        isRequired
        error={champs.secteurCode?.[0]}
        {...(secteurCode === undefined ? {} : { defaultValue: secteurCode })}
      />
      <div>
        <TextField
          name="equipe"
          label="Équipe"
          description="Le nom de l’équipe, jamais celui de quelqu’un."
          defaultValue={equipe}
          list={list}
          maxLength={60}
          autoComplete="off"
          isRequired
          error={champs.equipe?.[0]}
        />
        <datalist id={list}>
          {equipes.map((nom) => (
            <option key={nom}>{nom}</option>
          ))}
        </datalist>
      </div>
      <DateField name="nuit" label="Nuit du" defaultValue={nuit} isRequired error={champs.nuit?.[0]} />
      <Select
        name="mode"
        label="Mode"
        options={modes}
        isRequired
        defaultValue={modeMaraudeSchema.parse(mode)}
      />
      <Select
        name="heure"
        label="Début"
        options={withCurrent(heures, heure).map((minutes) => ({
          value: String(minutes),
          label: clock(minutes),
        }))}
        defaultValue={String(heure)}
        isRequired
        error={champs.heure?.[0]}
      />
      <Select
        name="duree"
        label="Durée"
        options={withCurrent(durees, duree).map((minutes) => ({
          value: String(minutes),
          label: formatDuration(minutes),
        }))}
        defaultValue={String(duree)}
        isRequired
        error={champs.duree?.[0]}
      />
    </div>
  )
}

/** A value off the half hour stays as it is. */
function withCurrent(choices: readonly number[], current: number): number[] {
  return choices.includes(current) ? [...choices] : [current, ...choices]
}

function clock(minutes: number): string {
  const next = minutes < NOON ? ' (le lendemain)' : ''
  return `${Math.floor(minutes / 60)}\u00A0h\u00A0${String(minutes % 60).padStart(2, '0')}${next}`
}
