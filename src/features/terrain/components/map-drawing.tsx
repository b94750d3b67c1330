'use client'

import { useMemo } from 'react'
import { lieuxDesArrets } from '@/domain/maraudes/lieux'
import type { ArretLocal } from '@/domain/maraudes/tournee'
import type { StructureDuPaquet } from '@/domain/sync/paquet'
import { communes as allCommunes } from '@/domain/territoire/communes'
import { findCommune } from '@/domain/territoire/territoire'
import { empriseDes } from '@/domain/territoire/zones'
import { readContours } from '@/offline/read-contours'
import { useLive } from '@/offline/use-live'
import { groupPoints } from '@/ui/map/clusters'
import { CommuneChoiceLayer } from '@/ui/map/commune-choice-layer'
import { MapCanvas } from '@/ui/map/map-canvas'
import { PinsLayer } from '@/ui/map/pins-layer'
import { PackStructuresLayer, pointsOf } from './pack-structures-layer'
import { useTerrain } from './terrain-context'

type MapDrawingProps = {
  arrets: readonly ArretLocal[]
  /** Code of the commune chosen. */
  chosen: string | null
  onChoose: (code: string) => void
}

const NO_STRUCTURE: readonly StructureDuPaquet[] = []

/** All that needs Leaflet, loaded apart. Whole without a plan under it; the plan is squares already seen, or none. */
export default function MapDrawing({ arrets, chosen, onChoose }: MapDrawingProps) {
  const { structures, backgroundCredit } = usePack()
  const communes = useLive(readContours)
  const marked = useMemo(() => new Set(arrets.map(({ corps }) => corps.communeCode)), [arrets])
  const points = useMemo(() => pointsOf(structures), [structures])
  const groupsAt = useMemo(() => groupPoints(points), [points])
  const pins = useMemo(() => lieuxDesArrets(arrets, structures), [arrets, structures])
  const commune = findCommune(chosen ?? '')
  return (
    <>
      <MapCanvas
        label="Carte des structures et des arrêts. Flèches : déplacer ; + et − : agrandir, réduire. Le champ Commune et sa liste disent la même chose."
        emprise={empriseDes(commune === undefined ? allCommunes : [commune])}
        communes={communes ?? null}
        groupsAt={groupsAt}
        backgroundCredit={backgroundCredit}
      >
        {communes !== undefined && (
          <CommuneChoiceLayer communes={communes} chosen={chosen} marked={marked} onChoose={onChoose} />
        )}
        <PackStructuresLayer points={points} groupsAt={groupsAt} commune={chosen} onChoose={onChoose} />
        <PinsLayer pins={pins} />
      </MapCanvas>
      {communes !== undefined && communes.schematique > 0 && <SchematicNote />}
    </>
  )
}

function usePack(): { structures: readonly StructureDuPaquet[]; backgroundCredit: string | null } {
  const { paquet } = useTerrain()
  return {
    structures: paquet?.structures ?? NO_STRUCTURE,
    backgroundCredit: paquet?.fournisseurDuPlan ?? null,
  }
}

function SchematicNote() {
  return (
    <p className="pointer-events-none absolute top-2 left-2 z-[500] rounded-sm bg-surface/90 px-2 py-0.5 text-sm font-medium text-soft">
      Carte schématique
    </p>
  )
}
