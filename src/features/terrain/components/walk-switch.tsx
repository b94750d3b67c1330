'use client'

import { useCallback, useEffect, useState } from 'react'
import { plural } from '@/domain/commun/format'
import type { Tournee } from '@/domain/maraudes/tournee'
import { useLive } from '@/offline/use-live'
import { countParcours, readParcours, watchWalk } from '@/offline/walk'
import { useTerrain } from './terrain-context'
import { ToggleTile } from './toggle-tile'

/** Follows the tablet while a round counts where it goes, whatever the screen. */
export function WalkWatch({ tournee: { id } }: { tournee: Tournee }) {
  const { db } = useTerrain()
  const suivi = useLive(useCallback(() => readParcours(db, id), [db, id]))
  const isCounted = suivi?.isCounted ?? false
  useEffect(() => {
    if (!isCounted) return undefined
    return watchWalk(db, id, () => void countParcours(db, id, false))
  }, [db, id, isCounted])
  return null
}

/** Whether the round counts the cells it crosses; chosen by the team, for this round. */
export function WalkSwitch({ tournee: { id } }: { tournee: Tournee }) {
  const { db } = useTerrain()
  const suivi = useLive(useCallback(() => readParcours(db, id), [db, id]))
  const [wasAsked, setWasAsked] = useState(false)
  if (suivi === undefined || !('geolocation' in navigator)) return null
  const { isCounted, parcours } = suivi
  const cells = Object.keys(parcours.cellules).length
  return (
    <div className="flex flex-col gap-1">
      <ToggleTile
        isSelected={isCounted}
        onChange={(next) => {
          setWasAsked(next)
          void countParcours(db, id, next)
        }}
        note={cells > 0 && <span className="tabular-nums">{plural(cells, 'cellule', 'cellules')}</span>}
      >
        Compter les lieux parcourus
      </ToggleTile>
      <p className="text-sm text-soft">
        {wasAsked && !isCounted
          ? 'La tablette refuse de dire où elle est : rien n’est compté, la maraude continue.'
          : 'En cellules de 250 m, jamais un point ni un trajet. Rien ne part avant la clôture.'}
      </p>
    </div>
  )
}
