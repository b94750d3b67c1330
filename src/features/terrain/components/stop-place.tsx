'use client'

import { formatTime } from '@/domain/commun/format'
import { LIEU_MAX } from '@/domain/maraudes/arret'
import { deviceNow } from '@/offline/device-clock'
import { Button } from '@/ui/button'
import { ComboBox } from '@/ui/fields/combo-box'
import { TextField } from '@/ui/fields/text-field'
import { CommuneField } from './commune-field'
import { ScreenedFindings } from './screened-findings'
import { useTerrain } from './terrain-context'
import type { ArretEnCours } from './use-arret-brouillon'

const STEP_MS = 5 * 60_000

/** Where and since when. Never an address of somebody: a commune, then a structure or a landmark. */
export function StopPlace({ enCours: { draft, change } }: { enCours: ArretEnCours }) {
  const { paquet } = useTerrain()
  const nearby = (paquet?.structures ?? []).filter(({ communeCode }) => communeCode === draft.communeCode)
  const arrivee = new Date(draft.arrivee)
  function move(by: number) {
    const wanted = Math.min(arrivee.getTime() + by, deviceNow().getTime())
    change({ arrivee: new Date(wanted).toISOString() })
  }
  return (
    <>
      <CommuneField
        label="Commune"
        isRequired
        value={draft.communeCode}
        onChange={(communeCode) => change({ communeCode, structureId: null })}
      />
      {nearby.length > 0 && (
        <ComboBox
          key={draft.communeCode}
          label="Dans une structure"
          options={nearby.map(({ id, nom }) => ({ value: id, label: nom }))}
          value={draft.structureId}
          onChange={(structureId) => change({ structureId })}
        />
      )}
      <TextField
        label="Repère"
        description="Une place, une station, un square. Jamais l’adresse d’une personne."
        value={draft.lieu}
        maxLength={LIEU_MAX}
        autoComplete="off"
        onChange={(lieu) => change({ lieu })}
      />
      <ScreenedFindings
        text={draft.lieu}
        relus={draft.textesRelus}
        onChange={(textesRelus) => change({ textesRelus })}
      />
      <fieldset className="flex items-center gap-3">
        <legend className="sr-only">Heure d’arrivée</legend>
        <span className="flex-1 text-base font-semibold">
          Arrivée <output className="block text-2xl font-bold tabular-nums">{formatTime(arrivee)}</output>
        </span>
        <Button aria-label="Arrivée cinq minutes plus tôt" onPress={() => move(-STEP_MS)}>
          −5 min
        </Button>
        <Button aria-label="Arrivée cinq minutes plus tard" onPress={() => move(STEP_MS)}>
          +5 min
        </Button>
      </fieldset>
    </>
  )
}
