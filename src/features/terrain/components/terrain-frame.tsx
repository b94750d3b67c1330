'use client'

import { type MouseEvent, type ReactNode, useCallback } from 'react'
import { plural } from '@/domain/commun/format'
import type { TerrainDatabase } from '@/offline/database'
import type { Sender } from '@/offline/sender'
import { useLive } from '@/offline/use-live'
import { Banner } from '@/ui/banner'
import { LinkButton } from '@/ui/link-button'
import { TerrainShell } from '@/ui/shell/terrain-shell'
import { SyncStrip, useComptes, useEnvoi } from './sync-strip'
import { TerrainProvider, useEtatTerrain } from './terrain-context'
import { ECRANS, go } from './terrain-router'
import { UpdateBanner } from './update-banner'

/** What surrounds every screen of the tablet: the strip, the session's end, the nature of the data. */
export function TerrainFrame({ children }: { children: ReactNode }) {
  return (
    <TerrainProvider>
      <Frame>{children}</Frame>
    </TerrainProvider>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const terrain = useEtatTerrain()
  if (terrain.etat !== 'pret') {
    return (
      <TerrainShell strip={null} isDemonstration={false}>
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
    useCallback(async () => (await db.readCle('paquet'))?.paquet.isDemonstration ?? false, [db]),
  )
  return (
    <div onClickCapture={stayOnTablet}>
      <TerrainShell strip={<SyncStrip db={db} sender={sender} />} isDemonstration={isDemonstration ?? false}>
        <UpdateBanner />
        <SessionBanner db={db} sender={sender} />
        {children}
      </TerrainShell>
    </div>
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

function SessionBanner({ db, sender }: { db: TerrainDatabase; sender: Sender }) {
  const comptes = useComptes(db)
  const { isSignedIn, motif } = useEnvoi(sender)
  if (isSignedIn !== false || comptes === undefined) return null
  const kept =
    comptes.file === 0
      ? 'Tout ce qui a été noté est déjà reçu.'
      : `${plural(comptes.file, 'fait gardé', 'faits gardés')} sur la tablette. Vous pouvez continuer à noter.`
  return (
    <div>
      <Banner
        tone="warning"
        title="Session terminée"
        kept={kept}
        nextStep={motif ?? 'Reconnectez-vous quand vous pourrez : l’envoi reprendra tout seul.'}
        actions={
          <LinkButton href="/connexion?suite=%2Fterrain" variant="primary">
            Se reconnecter
          </LinkButton>
        }
      />
    </div>
  )
}
