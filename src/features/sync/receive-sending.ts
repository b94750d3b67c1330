import 'server-only'
import type { Viewer } from '@/domain/comptes/viewer'
import { done, type Result } from '@/domain/commun/result'
import { type Envoi, openItem } from '@/domain/sync/envoi'
import type { Operation } from '@/domain/sync/operation'
import type { CleDeScellement, Pli } from '@/domain/sync/pli'
import type { AppareilConnu, ReponseSync } from '@/domain/sync/reponse'
import { isReceived, type ReponseActe } from '@/domain/sync/verdict'
import { applyOperations } from './apply-operations'
import { keepUnreadable } from './commands'
import { listClosed } from './queries'

/** Who brings a sending, and in whose name each act counts. */
export type Porteur = {
  /** the session, or the tablet itself */
  viewer: Viewer
  appareilId: string
  /** null when the tablet is not enrolled */
  enrole: AppareilConnu | null
  /** null: nobody this tablet may bring acts of */
  authorOf: (compteId: string) => Promise<Viewer | null>
}

/** The server's keys. */
export type Cles = { open: (pli: Pli) => Promise<string | null>; publique: CleDeScellement }

/**
 * Takes one sending of the second protocol: opens each act, gives it to its author, and keeps as it came what nobody can read.
 * Refuses SANS_ORGANISATION. Throws when the base is down from the start.
 */
export async function receiveSending(
  porteur: Porteur,
  now: Date,
  envoi: Envoi,
  cles: Cles,
): Promise<Result<ReponseSync, 'SANS_ORGANISATION'>> {
  const { viewer, appareilId } = porteur
  const { groups, unreadable } = await sortByAuthor(porteur, envoi, cles)
  const sender = { viewer, appareilId, now, decalage: secondsAhead(envoi, now) }
  const verdicts: ReponseActe[] = []
  for (const item of unreadable) verdicts.push(await keepUnreadable(sender, item))
  let enAttente = Math.max(0, envoi.enAttente - verdicts.length)
  let last: { recus: number; maxSequence: number } = { recus: 0, maxSequence: envoi.maxSequence }
  for (const { author, operations } of groups) {
    const { envoyeLe, maxSequence, plusAncien } = envoi
    const part = { appareilId, envoyeLe, plusAncien, enAttente, sequenceMax: maxSequence, operations }
    const result = await applyOperations(author, now, part)
    if (!result.ok) return result
    verdicts.push(...result.value.verdicts)
    enAttente = Math.max(0, enAttente - result.value.recu)
    last = result.value
  }
  const sent = new Set(envoi.operations.map(({ id }) => id))
  return done({
    recu: verdicts.filter(({ id, verdict }) => sent.has(id) && isReceived(verdict)).length,
    verdicts,
    serveurLe: now.toISOString(),
    recus: last.recus,
    maxSequence: last.maxSequence,
    effacer: await listClosed(viewer, envoi.comptes),
    scellement: cles.publique,
    appareil: porteur.enrole,
  })
}

type Unreadable = { id: string; sequence: number; brut: unknown; motif: string }
type Group = { author: Viewer; operations: Operation[] }

/** With nothing to apply, the bearer's own group, empty: the tablet is heard of at every sending. */
async function sortByAuthor(
  { viewer, authorOf }: Porteur,
  { operations }: Envoi,
  { open }: Cles,
): Promise<{ groups: Group[]; unreadable: Unreadable[] }> {
  const unreadable: Unreadable[] = []
  const groups = new Map<string, Group>()
  const all = await Promise.all(
    operations.map(async (item) => ({ item, opened: await openItem(item, open) })),
  )
  for (const { item, opened } of all) {
    const { id, sequence } = item
    if (!opened.ok) {
      unreadable.push({ id, sequence, brut: opened.brut, motif: 'ILLISIBLE' })
      continue
    }
    const { operation } = opened
    const author = groups.get(operation.auteurId)?.author ?? (await authorOf(operation.auteurId))
    if (author === null) {
      unreadable.push({ id, sequence, brut: item.enveloppe ?? operation.corps, motif: 'AUTEUR_INCONNU' })
      continue
    }
    const group = groups.get(operation.auteurId) ?? { author, operations: [] }
    group.operations.push(operation)
    groups.set(operation.auteurId, group)
  }
  if (groups.size === 0) groups.set('', { author: viewer, operations: [] })
  return { groups: [...groups.values()], unreadable }
}

/** Seconds by which the tablet's clock runs ahead of ours. Told, never used to order anything. */
function secondsAhead({ envoyeLe }: Envoi, now: Date): number {
  return Math.round((envoyeLe.getTime() - now.getTime()) / 1000)
}
