'use client'

import { useEffect, useState } from 'react'
import { hasNoDraft } from '@/offline/appareil'
import { startUpdates } from '@/offline/updates'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'

/** A newer version waits for a word, so that it never cuts a round. */
export function UpdateBanner() {
  const [apply, setApply] = useState<(() => void) | null>(null)
  useEffect(() => startUpdates((ready) => setApply(() => ready), hasNoDraft), [])
  if (apply === null) return null
  return (
    <div>
      <Banner
        tone="info"
        title="Une nouvelle version de Maillage est prête"
        kept="Ce qui est en cours de saisie est gardé."
        actions={<Button onPress={apply}>Mettre à jour</Button>}
      />
    </div>
  )
}
