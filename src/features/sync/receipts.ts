import 'server-only'
import type { Context } from '@/db/journal'
import type { Viewer } from '@/domain/comptes/viewer'
import { phrasesRefusMaraude } from '@/domain/maraudes/refus'
import { empreinteOf } from '@/domain/sync/empreinte'
import { etatsGardes } from '@/domain/sync/etat-garde'
import type { Operation } from '@/domain/sync/operation'
import type { ReponseActe } from '@/domain/sync/verdict'

/** Who sends, from which tablet, when; `decalage`: seconds by which its clock runs ahead of ours. */
export type Sender = {
  actor: Viewer
  organisationId: string
  now: Date
  appareilId: string
  decalage: number
}

/** An act and the SHA-256 of its body, which tells a replay from another text under the same id. */
export type Stamped = Operation & { empreinte: string }

/** Computes the hash of an act; before any transaction, which it would keep open. */
export async function stamp(operation: Operation): Promise<Stamped> {
  return { ...operation, empreinte: await empreinteOf(operation) }
}

/**
 * Serialises the acts that name one another, arrived or not: otherwise a stop could look for its round while the round, not
 * yet committed, looks for waiting stops, and neither would ever see the other. In the order of the ids, whatever the acts.
 */
export async function lockRows({ tx }: Context, operations: readonly Operation[]): Promise<void> {
  const named = operations
    .flatMap(({ id, corps }) => [id, corps['maraudeId'], corps['remplaceId'], corps['arretId']])
    .filter((value) => typeof value === 'string')
  const ids = [...new Set(named)].toSorted()
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(row_id, 0)) FROM unnest(${ids}::text[]) AS row_id`
}

/** The ids that this sending is the first to bring. The unique index decides, never a look beforehand. */
export async function claim(
  { tx }: Context,
  { appareilId, organisationId, decalage, now }: Sender,
  operations: readonly Stamped[],
): Promise<ReadonlySet<string>> {
  const claimed = await tx.operation.createManyAndReturn({
    data: operations.map(({ id, sequence, kind, schemaVersion, auteurId, creeLe, empreinte }) => ({
      id,
      sequence,
      kind,
      schemaVersion,
      auteurId,
      creeLe,
      appareilId,
      organisationId,
      decalage,
      empreinte,
      verdict: 'APPLIQUE' as const,
      recueLe: now,
    })),
    select: { id: true },
    skipDuplicates: true,
  })
  return new Set(claimed.map(({ id }) => id))
}

/** What the base already holds under this id; another text under it is kept beside. */
export async function answerReplay(
  { tx, now }: Context,
  { id, corps, empreinte }: Stamped,
): Promise<ReponseActe> {
  const known = await tx.operation.findUnique({ where: { id } })
  // Another organisation holds this id, which row-level security hides: it can only have been copied.
  if (known === null) return { id, verdict: 'conflit', motif: phrasesRefusMaraude.DEJA_PRIS }
  if (known.empreinte === empreinte) {
    const motif = known.motif === null ? {} : { motif: known.motif }
    return { id, verdict: 'doublon', etat: etatsGardes[known.verdict], ...motif }
  }
  await tx.operationConflit.createMany({
    data: { operationId: id, empreinte, corps, recueLe: now },
    skipDuplicates: true,
  })
  return { id, verdict: 'conflit', motif: 'Le même fait est arrivé avec deux textes : les deux sont gardés' }
}
