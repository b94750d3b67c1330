import { appareil } from './appareil'
import { readAppareil } from './device-number'
import { deviceNow } from './device-clock'
import type { Envoi } from './sync-client'

/** What waits on this device, as a file: sealed to the server, so that whoever carries it reads nothing. */
export async function makeRescueFile(): Promise<{ name: string; content: Blob; count: number }> {
  const { appareilId, sequence } = await readAppareil()
  const acts = await appareil.use((db) => db.getAllFromIndex('file', 'sequence'))
  const made = deviceNow().toISOString()
  const envoi: Omit<Envoi, 'operations'> & { maillage: 'secours'; operations: Envoi['operations'] } = {
    maillage: 'secours',
    protocole: 2,
    appareilId,
    envoyeLe: made,
    enAttente: acts.length,
    plusAncien: acts[0]?.creeLe ?? null,
    maxSequence: sequence,
    comptes: [],
    operations: acts.map(({ id, sequence: numero, pli }) => ({ id, sequence: numero, enveloppe: pli })),
  }
  return {
    name: `maillage-secours-${made.slice(0, 16).replaceAll(/\D/g, '')}.json`,
    content: new Blob([JSON.stringify(envoi)], { type: 'application/json' }),
    count: acts.length,
  }
}
