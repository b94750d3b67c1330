'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type ArretBrouillon,
  isEmptyArret,
  startArret,
  startCorrection,
} from '@/domain/maraudes/arret-brouillon'
import type { Tournee } from '@/domain/maraudes/tournee'
import { deviceNow } from '@/offline/device-clock'
import { dropBrouillon, newActeId, saveBrouillon } from '@/offline/outbox'
import { useTerrain } from './terrain-context'

/** The draft of the stop in progress, or of the correction of a stop. Every change is on the disk before the next tap. */
export type ArretEnCours = {
  key: string
  draft: ArretBrouillon
  change: (patch: Partial<ArretBrouillon>) => void
  drop: () => Promise<void>
  /** the last change could not be written */
  isLosing: boolean
}

/** Null while the device is being read, or when the stop to correct is not on this tablet. */
export function useArretBrouillon(tournee: Tournee, corrige: string | null): ArretEnCours | null {
  const { db } = useTerrain()
  const key = corrige === null ? `arret:${tournee.id}` : `corrige:${corrige}`
  const [draft, setDraft] = useState<ArretBrouillon | null>(null)
  const [isLosing, setIsLosing] = useState(false)
  const latest = useRef<ArretBrouillon | null>(null)

  const keep = useCallback(
    (next: ArretBrouillon) => {
      latest.current = next
      setDraft(next)
      saveBrouillon(db, { id: key, ecran: 'arret', corps: next }).then(
        () => setIsLosing(false),
        () => setIsLosing(true),
      )
    },
    [db, key],
  )

  useEffect(() => {
    let isGone = false
    void db.findBrouillon(key).then((stored) => {
      if (isGone || latest.current !== null) return
      const resumed = stored?.ecran === 'arret' ? startArret(stored.corps) : null
      const next = resumed !== null && !isEmptyArret(resumed) ? resumed : beginArret(tournee, corrige)
      if (next !== null) keep(next)
    })
    return () => {
      isGone = true
    }
  }, [db, key, tournee, corrige, keep])

  if (draft === null) return null
  return {
    key,
    draft,
    change: (patch) => keep({ ...(latest.current ?? draft), ...patch }),
    drop: () => dropBrouillon(db, key),
    isLosing,
  }
}

function beginArret({ id, ouverture, arrets }: Tournee, corrige: string | null): ArretBrouillon | null {
  if (corrige !== null) {
    const corrected = arrets.find((arret) => arret.id === corrige)
    return corrected === undefined ? null : startCorrection(newActeId(), corrige, corrected.corps)
  }
  return startArret({
    id: newActeId(),
    maraudeId: id,
    arrivee: deviceNow().toISOString(),
    communeCode: arrets.at(-1)?.corps.communeCode ?? ouverture.secteurCode ?? null,
  })
}
