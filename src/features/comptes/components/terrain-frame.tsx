'use client'

import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { TerrainShell } from '@/ui/shell/terrain-shell'
import { useStoredChoice } from '@/ui/theme/use-stored-choice'

/**
 * The tablet's shell holds no data: whether the base is a demonstration is asked when there is a network, and remembered
 * for the rounds without one.
 */
export function TerrainFrame({ strip, children }: { strip: ReactNode; children: ReactNode }) {
  const [demonstration, remember] = useStoredChoice('maillage.demonstration')
  const learn = useEffectEvent((answer: boolean | null) => {
    if (answer !== null) remember(answer ? 'oui' : 'non')
  })
  useEffect(() => {
    const asked = new AbortController()
    void askDemonstration(asked.signal).then(learn)
    return () => asked.abort()
  }, [])
  return (
    <TerrainShell strip={strip} isDemonstration={demonstration === 'oui'}>
      {children}
    </TerrainShell>
  )
}

/** Null when nobody answers, or nobody is signed in: what is remembered stands. */
async function askDemonstration(signal: AbortSignal): Promise<boolean | null> {
  try {
    const response = await fetch('/api/moi', { signal })
    if (!response.ok) return null
    const { demonstration }: { demonstration: boolean } = await response.json()
    return demonstration
  } catch {
    return null
  }
}
