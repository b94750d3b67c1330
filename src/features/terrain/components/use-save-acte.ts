'use client'

import { useState } from 'react'
import { type NouvelActe, saveActe } from '@/offline/outbox'
import { buzz } from './haptic'
import { useTerrain } from './terrain-context'

/** Saves an act on this device, then lets it leave. `save` answers false when nothing was kept: the form must stay. */
export function useSaveActe() {
  const { db, sender } = useTerrain()
  const [isSaving, setIsSaving] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function save(acte: NouvelActe): Promise<boolean> {
    setIsSaving(true)
    setFailure(null)
    try {
      await saveActe(db, acte)
      buzz(30)
      sender.wake(true)
      return true
    } catch {
      buzz(200)
      setFailure(
        'La tablette n’a plus de place ou refuse d’écrire. Rien n’est enregistré, mais tout est encore à l’écran.',
      )
      return false
    } finally {
      setIsSaving(false)
    }
  }

  return { save, isSaving, failure }
}
