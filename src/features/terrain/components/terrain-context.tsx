'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { readTournees, type Tournee } from '@/domain/maraudes/tournee'
import type { Paquet } from '@/domain/sync/paquet'
import type { TerrainDatabase } from '@/offline/database'
import type { Sender } from '@/offline/sender'
import { type EtatTerrain, TerrainSession } from '@/offline/terrain-session'
import { useLive } from '@/offline/use-live'

type Ouvert = { etat: EtatTerrain; session: TerrainSession | null }
const EtatContext = createContext<Ouvert>({ etat: { etat: 'ouverture' }, session: null })

/** Opens this device once for all the screens. */
export function TerrainProvider({ children }: { children: ReactNode }) {
  const [ouvert, setOuvert] = useState<Ouvert>({ etat: { etat: 'ouverture' }, session: null })
  useEffect(() => {
    const session: TerrainSession = new TerrainSession((etat) => setOuvert({ etat, session }))
    return () => session.stop()
  }, [])
  return <EtatContext value={ouvert}>{children}</EtatContext>
}

/** Whether this device can work, and for whom. */
export function useEtatTerrain(): EtatTerrain {
  return useContext(EtatContext).etat
}

/** The device's own gestures: a code, a lock, another person. */
export function useSession(): TerrainSession {
  const { session } = useContext(EtatContext)
  if (session === null) throw new Error('useSession avant l’ouverture')
  return session
}

/** What every screen works with once the device is ready. `paquet` is null until a first contact with the server. */
export type Terrain = {
  db: TerrainDatabase
  sender: Sender
  paquet: Paquet | null
  tournees: Tournee[]
  /** the round in progress */
  tournee: Tournee | null
}

const TerrainContext = createContext<Terrain | null>(null)

/** Reads the device for the screens below; shows nothing until it has answered. */
export function TerrainReader({
  db,
  sender,
  children,
}: Pick<Terrain, 'db' | 'sender'> & { children: ReactNode }) {
  const faits = useLive(useCallback(() => db.listFaits(), [db]))
  const cle = useLive(
    useCallback(async () => ({ paquet: (await db.readLecture('paquet'))?.paquet ?? null }), [db]),
  )
  const terrain = useMemo(() => {
    if (faits === undefined || cle === undefined) return null
    const tournees = readTournees(faits)
    return {
      db,
      sender,
      paquet: cle.paquet,
      tournees,
      tournee: tournees.find(({ fin }) => fin === null) ?? null,
    }
  }, [db, sender, faits, cle])
  return terrain === null ? null : <TerrainContext value={terrain}>{children}</TerrainContext>
}

/** The device, for a screen shown inside `TerrainReader`. */
export function useTerrain(): Terrain {
  const terrain = useContext(TerrainContext)
  if (terrain === null) throw new Error('useTerrain hors de TerrainReader')
  return terrain
}
