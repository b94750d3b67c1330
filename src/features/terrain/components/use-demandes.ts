'use client'

import { useCallback, useEffect } from 'react'
import { describeDemande, type EtatDemande } from '@/domain/maraudes/etat-demande'
import type { DemandeLocale } from '@/domain/maraudes/tournee'
import type { TerrainDatabase } from '@/offline/database'
import { findSuivi } from '@/offline/queue'
import { fetchDemandes } from '@/offline/read-pack'
import { useLive } from '@/offline/use-live'
import { useTerrain } from './terrain-context'

const EVERY_MS = 10_000

/** Where one request stands, asked again while it is open and the screen is looked at. Undefined before the first read. */
export function useDemande({ id }: DemandeLocale): (EtatDemande & { luLe: string | null }) | undefined {
  const { db } = useTerrain()
  const etat = useLive(useCallback(() => readEtat(db, id), [db, id]))
  const isOpen = etat !== undefined && !etat.isSettled
  useEffect(() => {
    if (!isOpen) return undefined
    const ask = () => {
      if (document.visibilityState === 'visible') void fetchDemandes(db)
    }
    ask()
    const timer = window.setInterval(ask, EVERY_MS)
    return () => window.clearInterval(timer)
  }, [db, isOpen])
  return etat
}

async function readEtat(db: TerrainDatabase, id: string): Promise<EtatDemande & { luLe: string | null }> {
  const [{ enFile, recu }, suivies] = [await findSuivi(id), await db.readLecture('demandes')]
  const suivie = suivies?.demandes.find((demande) => demande.id === id) ?? null
  const verdict = recu?.verdict ?? null
  const motif = (enFile ?? recu)?.motif ?? null
  const luLe = suivie && suivies ? suivies.luLe : null
  return { ...describeDemande({ isQueued: enFile !== null, verdict, motif, suivie }), luLe }
}
