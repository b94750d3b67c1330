import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Role } from '@/domain/comptes/roles'
import type { Cote } from '../socle/monde'
import type { Acte, Travail } from './noeud'

/** Another process of the application, on the same base, ready to act. */
export type Noeud = {
  /** does these acts all at once, and tells how each ended: `OK`, a refusal, or what was thrown */
  faire: (cote: Cote, now: Date, actes: readonly Acte[]) => Promise<string[]>
  /** kill -9; resolves when it is dead */
  tuer: () => Promise<void>
}

const fichier = fileURLToPath(new URL('noeud.ts', import.meta.url))

/** Starts a process and waits until it is connected. */
export async function openNoeud(): Promise<Noeud> {
  const child = fork(fichier, {
    execArgv: ['--import', 'tsx', '--conditions=react-server'],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  return { faire: (cote, now, actes) => ask(child, travail(cote, now, actes)), tuer: () => kill(child) }
}

function travail(cote: Cote, now: Date, actes: readonly Acte[]): Travail {
  const viewer = {
    compteId: cote.compte,
    sessionId: randomUUID(),
    organisationId: cote.organisation,
    fonction: 'Essai',
    attributions: [{ role: 'COORDINATEUR' satisfies Role as Role, structureId: cote.structure }],
  }
  return { viewer, now: now.toISOString(), actes }
}

async function ask(child: ChildProcess, wanted: Travail): Promise<string[]> {
  child.send(wanted)
  const answered = once(child, 'message').then(([outcomes]: string[][]) => outcomes ?? [])
  const died = once(child, 'exit').then(() => ['TUÉ'])
  return Promise.race([answered, died])
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const dead = once(child, 'exit')
  child.kill('SIGKILL')
  await dead
}
