'use client'

import { X } from 'lucide-react'
import { useState } from 'react'
import { EQUIPE_MAX } from '@/domain/maraudes/maraude'
import { libellesMode, type ModeMaraude, modeMaraudeSchema } from '@/domain/maraudes/listes'
import { deviceNow } from '@/offline/device-clock'
import { newActeId } from '@/offline/outbox'
import { Button } from '@/ui/button'
import { ComboBox } from '@/ui/fields/combo-box'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { Stepper } from '@/ui/fields/stepper'
import { ActionBar } from '@/ui/shell/action-bar'
import { CommuneField } from './commune-field'
import { SaveFailure } from './save-failure'
import { ScreenTitle } from './screen-title'
import { useTerrain } from './terrain-context'
import { go } from './terrain-router'
import { useSaveActe } from './use-save-acte'

const modes = modeMaraudeSchema.options.map((value) => ({ value, label: libellesMode[value] }))

/** Mode, sector, team, partners: what is known on the doorstep. Nothing is asked twice later. */
export default function StartRound({ onCancel }: { onCancel: () => void }) {
  const { paquet } = useTerrain()
  const [id] = useState(newActeId)
  const [mode, setMode] = useState<ModeMaraude>('A_PIED')
  const [secteurCode, setSecteurCode] = useState<string | null>(null)
  const [equipe, setEquipe] = useState(2)
  const [partenaires, setPartenaires] = useState<string[]>([])
  const { save, isSaving, failure } = useSaveActe()

  async function start() {
    const corps = { mode, secteurCode, equipe, partenaires, debut: deviceNow().toISOString() }
    if (await save({ id, kind: 'maraude.ouvrir', corps })) go('/terrain/maraude')
  }

  return (
    <>
      <ScreenTitle>Partir en maraude</ScreenTitle>
      <div className="flex flex-1 flex-col justify-end gap-6">
        <SegmentedControl label="Comment" options={modes} value={mode} onChange={setMode} />
        <CommuneField label="Secteur" value={secteurCode} onChange={setSecteurCode} />
        <Stepper
          label="Équipe, vous compris"
          value={equipe}
          onChange={setEquipe}
          minValue={1}
          maxValue={EQUIPE_MAX}
        />
        <Partners names={paquet?.partenaires ?? []} chosen={partenaires} onChange={setPartenaires} />
        <SaveFailure message={failure} />
      </div>
      <ActionBar>
        <Button onPress={onCancel}>Annuler</Button>
        <Button variant="primary" isDisabled={isSaving} onPress={() => void start()}>
          C’est parti
        </Button>
      </ActionBar>
    </>
  )
}

type PartnersProps = { names: readonly string[]; chosen: string[]; onChange: (chosen: string[]) => void }

function Partners({ names, chosen, onChange }: PartnersProps) {
  const left = names.filter((name) => !chosen.includes(name))
  return (
    <div className="flex flex-col gap-2">
      <ComboBox
        // A new field after each choice, empty again.
        key={chosen.length}
        label="Avec (partenaires)"
        options={left.map((name) => ({ value: name, label: name }))}
        value={null}
        onChange={(name) => {
          if (name !== null) onChange([...chosen, name])
        }}
        isDisabled={chosen.length >= 10}
        emptyText="Aucune organisation de ce nom"
      />
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {chosen.map((name) => (
            <li key={name}>
              <Button
                aria-label={`Retirer ${name}`}
                onPress={() => onChange(chosen.filter((other) => other !== name))}
              >
                {name}
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
