'use client'

import { type MouseEvent, type ReactNode, useCallback } from 'react'
import type { TerrainDatabase } from '@/offline/database'
import type { Sender } from '@/offline/sender'
import { useLive } from '@/offline/use-live'
import { TerrainShell } from '@/ui/shell/terrain-shell'
import { DeviceBanners } from './device-banners'
import { SyncStrip } from './sync-strip'
import { TerrainProvider, useEtatTerrain } from './terrain-context'
import { ECRANS, go } from './terrain-router'
import { UpdateBanner } from './update-banner'

/** What surrounds every screen of the tablet: the strip, the session's end, the nature of the data. */
export function TerrainFrame({ children }: { children: ReactNode }) {
  return (
    <TerrainProvider>
      <div onClickCapture={stayOnTablet}>
        <Frame>{children}</Frame>
      </div>
    </TerrainProvider>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const terrain = useEtatTerrain()
  if (terrain.etat !== 'pret') {
    return (
      <TerrainShell
        strip={'sender' in terrain ? <SyncStrip sender={terrain.sender} /> : null}
        isDemonstration={false}
      >
        <UpdateBanner />
        {children}
      </TerrainShell>
    )
  }
  return (
    <ReadyFrame db={terrain.db} sender={terrain.sender}>
      {children}
    </ReadyFrame>
  )
}

function ReadyFrame({ db, sender, children }: { db: TerrainDatabase; sender: Sender; children: ReactNode }) {
  const isDemonstration = useLive(
    useCallback(async () => (await db.readLecture('paquet'))?.paquet.isDemonstration ?? false, [db]),
  )
  return (
    <TerrainShell strip={<SyncStrip sender={sender} />} isDemonstration={isDemonstration ?? false}>
      <UpdateBanner />
      <DeviceBanners sender={sender} />
      {children}
    </TerrainShell>
  )
}

/** A link to another screen of the tablet must not ask the server for a page, which may be out of reach. */
function stayOnTablet(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const ecran = ECRANS.find((known) => link?.getAttribute('href') === known)
  if (ecran === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  go(ecran)
}
