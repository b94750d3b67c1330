import 'server-only'
import { uuidv7 } from 'uuidv7'
import { accountOf, type Viewer } from '@/domain/comptes/viewer'
import type { Prisma } from './generated/client'
import type { Transaction } from './transaction'

/** What every command receives: who acts, when, and the open transaction. */
export type Context = { actor: Viewer; now: Date; tx: Transaction }

/** One line of the journal. `refus` is the literal reason when nothing was done. Details never hold personal data. */
export type JournalLine = {
  action: string
  objet?: string
  objetId?: string
  refus?: string
  details?: Prisma.InputJsonObject
}

/** Appends a line, in the transaction of what it tells: both are kept or neither. */
export async function writeJournal({ actor, now, tx }: Context, line: JournalLine): Promise<void> {
  const { action, objet, objetId, refus, details } = line
  await tx.$executeRaw`
    INSERT INTO journal (id, le, compte_id, organisation_id, action, objet, objet_id, refus, details)
    VALUES (${uuidv7()}::uuid, ${now}, ${accountOf(actor)}::uuid, ${actor.organisationId}::uuid, ${action}, ${objet}, ${objetId},
      ${refus}, ${details}::jsonb)`
}

/** The same for several lines, in one statement; none: nothing is sent. */
export async function writeJournalLines(
  { actor, now, tx }: Context,
  lines: readonly JournalLine[],
): Promise<void> {
  const common = { le: now, compteId: accountOf(actor), organisationId: actor.organisationId }
  await tx.journal.createMany({ data: lines.map((line) => ({ ...common, ...line })) })
}
