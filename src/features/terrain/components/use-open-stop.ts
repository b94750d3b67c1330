'use client'

import { useCallback } from 'react'
import { isEmptyArret } from '@/domain/maraudes/arret-brouillon'
import type { Tournee } from '@/domain/maraudes/tournee'
import { useLive } from '@/offline/use-live'
import { useTerrain } from './terrain-context'

/** Whether a stop of this round is being written, with something in it. */
export function useOpenStop({ id }: Tournee): boolean {
  const { db } = useTerrain()
  const draft = useLive(useCallback(() => db.findBrouillon(`arret:${id}`), [db, id]))
  return draft?.ecran === 'arret' && !isEmptyArret(draft.corps)
}
