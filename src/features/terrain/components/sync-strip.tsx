'use client'

import { CloudCheck, CloudUpload, TabletSmartphone } from 'lucide-react'
import Link from 'next/link'
import { useCallback, useSyncExternalStore } from 'react'
import { formatTime } from '@/domain/commun/format'
import type { TerrainDatabase } from '@/offline/database'
import type { Sender } from '@/offline/sender'
import { useLive } from '@/offline/use-live'

/** What the sending does, alive. */
export function useEnvoi(sender: Sender) {
  return useSyncExternalStore(sender.subscribe, sender.read, sender.read)
}

/** How much is still here, how much the server holds, since when. */
export function useComptes(db: TerrainDatabase) {
  return useLive(
    useCallback(async () => {
      const [file, appareil, envoi] = [
        await db.file.count(),
        await db.readCle('appareil'),
        await db.readCle('envoi'),
      ]
      return { file, faits: appareil?.sequence ?? 0, recus: envoi?.recus ?? 0, dernier: envoi?.le ?? null }
    }, [db]),
  )
}

/** « Sur cette tablette 2 · reçus 14 · dernier envoi 22 h 31 », always in sight; leads to the queue. */
export function SyncStrip({ db, sender }: { db: TerrainDatabase; sender: Sender }) {
  const comptes = useComptes(db)
  const { isSending } = useEnvoi(sender)
  if (comptes === undefined) return null
  const Icon = isSending ? CloudUpload : comptes.file === 0 ? CloudCheck : TabletSmartphone
  return (
    <Link
      href={{ pathname: '/terrain/envois' }}
      prefetch={false}
      className="flex min-h-12 items-center gap-2 rounded-control px-2 text-ink no-underline"
    >
      <Icon
        aria-hidden
        className={`size-5 shrink-0 ${comptes.file === 0 ? 'text-success' : 'text-warning'}`}
      />
      <span className="leading-tight">
        <span className="font-semibold">sur cette tablette&nbsp;{comptes.file}</span>
        {' · '}reçus&nbsp;{comptes.recus}
        {comptes.dernier !== null && <> · dernier envoi {formatTime(new Date(comptes.dernier))}</>}
      </span>
    </Link>
  )
}
