'use client'

import { useCallback, useEffect, useState } from 'react'
import { type DemandeBrouillon, readDemande, startDemande } from '@/domain/maraudes/demande-brouillon'
import { PAS_RESERVEE } from '@/domain/maraudes/etat-demande'
import type { TerrainDatabase } from '@/offline/database'
import { deviceNow } from '@/offline/device-clock'
import { dropBrouillon, newActeId, saveBrouillon } from '@/offline/outbox'
import { Button } from '@/ui/button'
import { ActionBar } from '@/ui/shell/action-bar'
import { BarAlert } from './bar-alert'
import { buzz } from './haptic'
import { MinorPath } from './minor-path'
import { RequestCode } from './request-code'
import { RequestDevice } from './request-device'
import { RequestPerson } from './request-person'
import { RequestWhen } from './request-when'
import { SaveFailure } from './save-failure'
import { ScreenTitle } from './screen-title'
import { useTerrain } from './terrain-context'
import { go, useEcran } from './terrain-router'
import { useSaveActe } from './use-save-acte'

/** Asking for a place, from a stop already saved. Works with no record at all; for a minor it shows who to call instead. */
export default function RequestScreen() {
  const { read } = useEcran()
  const arretId = read('arret')
  return arretId === null ? null : <Request arretId={arretId} />
}

function Request({ arretId }: { arretId: string }) {
  const { draft, change, drop, key } = useDemandeBrouillon(arretId)
  // Once refused, the reason follows what is chosen, until none is left.
  const [isRefused, setIsRefused] = useState(false)
  const { save, isSaving, failure } = useSaveActe()
  if (draft === null) return null
  const isMinor = draft.trancheAge === 'MOINS_18'
  const result = readDemande(draft)
  const message = isRefused && !isMinor && !result.ok ? result.message : null

  async function send() {
    setIsRefused(!result.ok)
    if (draft === null || !result.ok) return buzz(120)
    const acte = { id: draft.id, kind: 'place.demander' as const, corps: result.corps, brouillonIds: [key] }
    if (await save(acte)) go('/terrain/maraude', {}, true)
  }

  async function leave() {
    await drop()
    go('/terrain/maraude/arret', {}, true)
  }

  return (
    <>
      <ScreenTitle lead={`${PAS_RESERVEE} : une place n’est tenue que lorsqu’une structure accepte.`}>
        Demander une place
      </ScreenTitle>
      <div className="flex flex-col gap-5">
        {isMinor && <MinorPath />}
        <RequestPerson draft={draft} change={change} />
        {!isMinor && (
          <>
            <RequestWhen draft={draft} change={change} />
            <RequestDevice draft={draft} change={change} />
            <RequestCode draft={draft} change={change} />
          </>
        )}
        <SaveFailure message={failure} />
      </div>
      <ActionBar>
        <BarAlert message={message} />
        <Button onPress={() => void leave()}>{isMinor ? 'Revenir à l’arrêt' : 'Annuler'}</Button>
        {!isMinor && (
          <Button variant="primary" className="flex-2!" isDisabled={isSaving} onPress={() => void send()}>
            Demander
          </Button>
        )}
      </ActionBar>
    </>
  )
}

/** Reads the draft of this request, or begins one with the last adult counted in the stop. */
function useDemandeBrouillon(arretId: string) {
  const { db, tournee, paquet } = useTerrain()
  const key = `demande:${arretId}`
  const stopKey = `arret:${tournee?.id ?? ''}`
  const prescripteurStructureId = paquet?.prescripteurs[0]?.id ?? null
  const [draft, setDraft] = useState<DemandeBrouillon | null>(null)

  const change = useCallback(
    (patch: Partial<DemandeBrouillon>) => {
      setDraft((current) => (current === null ? null : { ...current, ...patch }))
    },
    [setDraft],
  )
  useEffect(() => {
    void readDraft(db, key, stopKey).then(({ stored, profil }) => {
      const begun = {
        id: newActeId(),
        arretId,
        souhaitLe: deviceNow().toISOString(),
        prescripteurStructureId,
      }
      setDraft((current) => current ?? startDemande(stored ?? { ...begun, ...profil }))
    })
  }, [db, key, stopKey, arretId, prescripteurStructureId])
  useEffect(() => {
    if (draft !== null) void saveBrouillon(db, { id: key, ecran: 'demande', corps: draft })
  }, [db, key, draft])
  return { key, draft, change, drop: () => dropBrouillon(db, key) }
}

async function readDraft(db: TerrainDatabase, key: string, stopKey: string) {
  const [stored, stop] = [await db.findBrouillon(key), await db.findBrouillon(stopKey)]
  const met =
    stop?.ecran === 'arret' ? stop.corps.rencontres.filter(({ trancheAge }) => trancheAge !== 'MOINS_18') : []
  const last = met.at(-1)
  return {
    stored: stored?.ecran === 'demande' ? stored.corps : null,
    profil: last === undefined ? {} : { genre: last.genre, trancheAge: last.trancheAge },
  }
}
