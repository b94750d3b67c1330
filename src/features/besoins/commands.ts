import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { type BesoinNote, type BesoinSansReponse, RETRAIT_MS } from '@/domain/besoins/sans-reponse'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'

const HOUR_MS = 3_600_000

/**
 * Writes in the register a need nobody could answer, for the author's organisation. Sending twice writes once. Refused: NOT_FOUND
 * without the right, ALREADY_WRITTEN.
 */
export async function logBesoin(
  context: Context,
  besoin: BesoinSansReponse,
): Promise<Result<{ id: string }, 'NOT_FOUND' | 'ALREADY_WRITTEN'>> {
  const result = await tryToLog(context, besoin)
  await note(context, 'besoins.log', besoin.id, result)
  return result
}

async function tryToLog({ actor, now, tx }: Context, besoin: BesoinSansReponse) {
  const { organisationId } = actor
  if (organisationId === null || !can(actor, 'besoins.log', { organisationId })) return refuse('NOT_FOUND')
  const le = new Date(now.getTime() - (now.getTime() % HOUR_MS))
  const { count } = await tx.besoinSansReponse.createMany({
    data: [{ ...besoin, organisationId, le }],
    skipDuplicates: true,
  })
  return count === 1 ? done({ id: besoin.id }) : refuse('ALREADY_WRITTEN')
}

/** Takes back a line written by mistake, the same day. Refused: NOT_FOUND (another organisation's too), TOO_LATE_TO_UNDO. */
export async function withdrawBesoin(
  context: Context,
  { id }: BesoinNote,
): Promise<Result<null, 'NOT_FOUND' | 'TOO_LATE_TO_UNDO'>> {
  const result = await tryToWithdraw(context, id)
  await note(context, 'besoins.withdraw', id, result)
  return result
}

async function tryToWithdraw({ actor, now, tx }: Context, id: string) {
  const line = await tx.besoinSansReponse.findUnique({ where: { id } })
  if (line === null || !can(actor, 'besoins.log', line)) return refuse('NOT_FOUND')
  if (now.getTime() - line.le.getTime() > RETRAIT_MS) return refuse('TOO_LATE_TO_UNDO')
  await tx.besoinSansReponse.delete({ where: { id } })
  return done(null)
}

async function note(
  context: Context,
  action: string,
  objetId: string,
  result: Result<unknown, string>,
): Promise<void> {
  await writeJournal(context, {
    action,
    objet: 'besoin',
    objetId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
}
