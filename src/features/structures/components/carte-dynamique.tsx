'use client'

import { useEffect, useMemo, useState } from 'react'
import type { ResumeStructure } from '@/domain/structures/resume'
import type { CarteCommunes } from '@/domain/territoire/carte'
import type { Emprise } from '@/domain/territoire/geometrie'
import { groupPoints } from '@/ui/map/clusters'
import { MapCanvas } from '@/ui/map/map-canvas'
import { PassagesLayer } from '@/ui/map/passages-layer'
import type { Choix } from './choix'
import { PassagesSwitch } from './passages-switch'
import { pointsOf, StructuresLayer } from './structures-layer'
import { usePassages } from './use-passages'

export type CarteDynamiqueProps = {
  structures: readonly ResumeStructure[]
  emprise: Emprise
  backgroundCredit: string | null
  /** Whether the reader may see where rounds went. */
  hasPassages: boolean
  choix: Choix | null
  onChoose: (choix: Choix | null) => void
  onShowInList: (slug: string) => void
}

/** All that needs Leaflet, loaded apart from the page. */
export function CarteDynamique({
  structures,
  emprise,
  backgroundCredit,
  hasPassages,
  ...selection
}: CarteDynamiqueProps) {
  const { communes, hasFailed } = useCommunes()
  const [passages, showPassages] = usePassages()
  const points = useMemo(() => pointsOf(structures), [structures])
  const groupsAt = useMemo(() => groupPoints(points), [points])
  return (
    <>
      <MapCanvas
        label="Carte des structures. Flèches : déplacer ; + et − : agrandir, réduire ; tabulation : passer d’un point à l’autre."
        emprise={emprise}
        communes={communes}
        groupsAt={groupsAt}
        backgroundCredit={backgroundCredit}
      >
        {typeof passages === 'object' && passages !== null && <PassagesLayer passages={passages} />}
        <StructuresLayer points={points} groupsAt={groupsAt} {...selection} />
      </MapCanvas>
      {hasPassages && <PassagesSwitch etat={passages} onChange={showPassages} />}
      {communes !== null && communes.schematique > 0 && (
        <p className="map-schematic-note pointer-events-none absolute top-2 left-2 z-[500] rounded-sm bg-surface/90 px-2 py-0.5 text-sm font-medium text-soft">
          Carte schématique
        </p>
      )}
      {hasFailed && (
        <output className="absolute top-2 left-2 z-[500] rounded-sm bg-warning-soft px-2 py-1 text-sm text-warning">
          Le dessin des communes n’a pas pu être lu ; les structures sont à leur place. Rechargez pour
          réessayer.
        </output>
      )}
    </>
  )
}

function useCommunes(): { communes: CarteCommunes | null; hasFailed: boolean } {
  const [communes, setCommunes] = useState<CarteCommunes | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    fetch('/api/contours', { signal: abort.signal })
      .then((response) =>
        response.ok ? response.json() : Promise.reject(new Error(String(response.status))),
      )
      .then(setCommunes)
      .catch(() => {
        if (!abort.signal.aborted) setHasFailed(true)
      })
    return () => abort.abort()
  }, [])
  return { communes, hasFailed }
}
