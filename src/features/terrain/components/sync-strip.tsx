'use client'

import { CloudCheck, CloudUpload, TabletSmartphone } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { formatTime, plural } from '@/domain/commun/format'
import { readComptes } from '@/offline/queue'
import type { Sender } from '@/offline/sender'
import { useLive } from '@/offline/use-live'
import { PlainLink } from '@/ui/plain-link'

/** What the sending does, alive. */
export function useEnvoi(sender: Sender) {
  return useSyncExternalStore(sender.subscribe, sender.read, sender.read)
}

/** « Sur cette tablette 2 · reçus 143 sur 145 faits · dernier envoi 22 h 31 », always in sight; leads to the queue. */
export function SyncStrip({ sender }: { sender: Sender }) {
  const comptes = useLive(readComptes)
  const { isSending } = useEnvoi(sender)
  if (comptes === undefined) return null
  const Icon = isSending ? CloudUpload : comptes.file === 0 ? CloudCheck : TabletSmartphone
  return (
    <PlainLink
      href="/terrain/envois"
      className="flex min-h-12 items-center gap-2 rounded-control px-2 text-ink no-underline"
    >
      <Icon
        aria-hidden
        className={`size-5 shrink-0 ${comptes.file === 0 ? 'text-success' : 'text-warning'}`}
      />
      <span className="leading-tight">
        <span className="font-semibold">sur cette tablette&nbsp;{comptes.file}</span>
        {' · '}reçus&nbsp;{comptes.recus} sur {plural(comptes.faits, 'fait', 'faits')}
        {comptes.dernier !== null && <> · dernier envoi {formatTime(new Date(comptes.dernier))}</>}
      </span>
    </PlainLink>
  )
}
