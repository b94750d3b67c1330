import 'server-only'
import { can } from '@/domain/comptes/can'
import { done, refuse, type Result } from '@/domain/commun/result'
import { type Context, writeJournal } from '@/db/journal'

/**
 * Ends every running session of an account, from the next request of each. Value: how many were ended.
 * An account that is not there or out of scope is INTROUVABLE; the try is journaled all the same.
 */
export async function revokeSessions(
  context: Context,
  { compteId }: { compteId: string },
): Promise<Result<{ sessions: number }, 'INTROUVABLE'>> {
  const { actor, now, tx } = context
  const line = { action: 'comptes.revoke', objet: 'compte', objetId: compteId }
  const compte = await tx.compte.findUnique({ where: { id: compteId }, select: { organisationId: true } })
  if (compte === null || !can(actor, 'comptes.revoke', compte)) {
    await writeJournal(context, { ...line, refus: 'INTROUVABLE' })
    return refuse('INTROUVABLE')
  }
  const { count } = await tx.session.updateMany({
    where: { compteId, revoqueeLe: null, expireLe: { gt: now } },
    data: { revoqueeLe: now },
  })
  await writeJournal(context, { ...line, details: { sessions: count } })
  return done({ sessions: count })
}
