'use client'

import { RefreshCw } from 'lucide-react'
import { useCallback } from 'react'
import { formatShortDateTime, plural } from '@/domain/commun/format'
import { libellesKind } from '@/domain/sync/operation'
import { libellesVerdict, type Verdict } from '@/domain/sync/verdict'
import type { ActeEnFile, Recu } from '@/offline/appareil'
import { isBlocked, listFile, listReceipts, readComptes, retryActe } from '@/offline/queue'
import { useLive } from '@/offline/use-live'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ActionBar } from '@/ui/shell/action-bar'
import { StatusBadge } from '@/ui/status-badge'
import type { Tone } from '@/ui/tone'
import { ScreenTitle } from './screen-title'
import { DeviceActions } from './device-actions'
import { useEnvoi } from './sync-strip'
import { useTerrain } from './terrain-context'
import { go } from './terrain-router'

/** Lines shown of each list; the counts above them tell the whole. */
const SHOWN = 50

/** What is still on this tablet, act by act, with the reason; then what the server has acknowledged. */
export default function QueueScreen() {
  const { db, sender, tournee } = useTerrain()
  const envoi = useEnvoi(sender)
  const comptes = useLive(readComptes)
  const file = useLive(useCallback(() => listFile(SHOWN), []))
  const recus = useLive(useCallback(() => listReceipts(db.compteId, SHOWN), [db]))
  const nameOf = useNames()
  if (file === undefined || recus === undefined || comptes === undefined) return null
  return (
    <>
      <ScreenTitle
        lead={`Le serveur a reçu ${comptes.recus} des ${plural(comptes.faits, 'fait', 'faits')} de cette tablette.`}
      >
        Envois
      </ScreenTitle>
      {envoi.motif !== null && file.length > 0 && (
        <div>
          <Banner
            tone="info"
            title={envoi.motif}
            kept="Tout est gardé sur la tablette. L’envoi réessaie tout seul."
          />
        </div>
      )}
      <section aria-labelledby="ici" className="flex flex-col gap-3">
        <h2 id="ici" className="text-lg font-bold">
          Sur cette tablette : {plural(comptes.file, 'fait', 'faits')}
        </h2>
        {file.length === 0 && (
          <EmptyState title="Rien à envoyer">Tout ce qui a été noté ici est reçu.</EmptyState>
        )}
        <ul className="flex flex-col gap-2">
          {file.map((acte) => (
            <Waiting key={acte.id} acte={acte} name={nameOf(acte)} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="recus" className="flex flex-col gap-3">
        <h2 id="recus" className="text-lg font-bold">
          Reçus par le serveur
        </h2>
        <ul className="flex flex-col gap-2">
          {recus.map((recu) => (
            <Received key={recu.id} recu={recu} name={nameOf(recu)} />
          ))}
        </ul>
      </section>
      <DeviceActions file={comptes.file} nom={comptes.nom} />
      <ActionBar>
        <Button
          className="flex-none!"
          onPress={() => go(tournee === null ? '/terrain' : '/terrain/maraude', {}, true)}
        >
          Retour
        </Button>
        <Button variant="primary" isPending={envoi.isSending} onPress={() => sender.wake(true)}>
          <RefreshCw aria-hidden />
          Envoyer maintenant
        </Button>
      </ActionBar>
    </>
  )
}

/** What an act is, for its author alone: outside the locks it is only a number. */
function useNames(): (acte: { id: string; auteurId: string }) => string {
  const { db } = useTerrain()
  const faits = useLive(useCallback(() => db.listFaits(), [db]))
  const kinds = new Map(faits?.map(({ id, kind }) => [id, libellesKind[kind]]))
  return ({ id, auteurId }) =>
    auteurId === db.compteId ? (kinds.get(id) ?? 'Fait') : 'Fait d’une autre personne'
}

const lineClasses =
  'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-line bg-surface px-4 py-3 text-base'

function Waiting({ acte, name }: { acte: ActeEnFile; name: string }) {
  const { sender } = useTerrain()
  async function retry() {
    await retryActe(acte.id)
    sender.wake(true)
  }
  return (
    <li className={lineClasses}>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          {acte.sequence}. {name}
        </p>
        <p className="text-sm text-soft">{formatShortDateTime(new Date(acte.creeLe))}</p>
        {acte.motif !== null && <p className="text-sm">{acte.motif}</p>}
      </div>
      {isBlocked(acte) ? (
        <>
          <StatusBadge tone="danger">Bloqué</StatusBadge>
          <Button onPress={() => void retry()}>Réessayer</Button>
        </>
      ) : (
        <StatusBadge tone="warning">{acte.essais === 0 ? 'À envoyer' : 'Nouvel essai à venir'}</StatusBadge>
      )}
    </li>
  )
}

const tones: Partial<Record<Verdict, Tone>> = {
  quarantaine: 'danger',
  conflit: 'danger',
  'en-attente': 'warning',
}

function Received({ recu, name }: { recu: Recu; name: string }) {
  return (
    <li className={lineClasses}>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          {recu.sequence}. {name}
        </p>
        <p className="text-sm text-soft">{formatShortDateTime(new Date(recu.creeLe))}</p>
        {recu.motif !== null && <p className="text-sm">{recu.motif}</p>}
      </div>
      <StatusBadge tone={tones[recu.verdict] ?? 'success'}>{libellesVerdict[recu.verdict]}</StatusBadge>
    </li>
  )
}
